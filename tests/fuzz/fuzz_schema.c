/* SPDX-License-Identifier: MIT */
/* Schema files, and their types. */
#include "harness.h"

#include "model/schema_read.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(EntReport) report = ent_report_new();
    const char *path = fuzz_file("schema.json", data, size);
    GError *error = NULL;
    g_autoptr(EntSchema) schema = ent_schema_load(path, NULL, report, &error);

    fuzz_check_report(report);
    fuzz_demand(!error, "%s", error ? error->message : "");
    fuzz_demand((schema != NULL) == (ent_report_count(report, ENT_SEVERITY_ERROR) == 0),
                "errors and a schema, or neither");
    if (!schema)
        return 0;
    g_autofree const EntNodeType **types = ent_schema_node_types(schema);
    g_autofree const EntEdgeType **edges = ent_schema_edge_types(schema);
    for (const EntNodeType **type = types; *type; type++) {
        fuzz_demand((*type)->label && (*type)->plural && (*type)->shape && (*type)->color,
                    "a type without looks");
        for (const EntEdgeType **edge = edges; *edge && type == types; edge++)
            ent_edge_type_fits(*edge, *type, types[0]);
    }
    return 0;
}

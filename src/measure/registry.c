/* SPDX-License-Identifier: MIT */
#include "measure/measure_def.h"

#include "measure/registry.h"

#include "base/lookup.h"

#include <omp.h>
#include <string.h>

#define LIST(name) &ent_measure_##name,
static const EntMeasure *const measures[] = {ENT_MEASURES(LIST) NULL};
#undef LIST

const EntMeasure *ent_measure_find(const char *name, GError **error)
{
    return ent_lookup((gconstpointer const *)measures, "measure", name, error);
}

const EntMeasure *const *ent_measures(void)
{
    return measures;
}

const char *ent_measure_name(const EntMeasure *measure)
{
    return measure->name;
}

const char *ent_measure_summary(const EntMeasure *measure)
{
    return measure->summary;
}

const char *ent_measure_definition(const EntMeasure *measure)
{
    return measure->definition;
}

double ent_measure_seconds(const EntMeasure *measure, const EntView *view)
{
    guint32 nodes, edges;

    ent_view_nodes(view, &nodes);
    ent_view_edges(view, &edges);
    if (strcmp(ent_view_weight(view), "none") != 0)
        return 0;
    return measure->pace * nodes * ((double)nodes + edges) / omp_get_max_threads();
}

EntOf ent_measure_of(const EntMeasure *measure)
{
    return measure->of;
}

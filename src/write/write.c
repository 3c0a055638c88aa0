/* SPDX-License-Identifier: MIT */
/*
 * A format's files are all opened before the first byte is written and all complete before the
 * first is put in place, so that what goes wrong leaves every one of them as it was.
 */
#include "write/part_path.h"
#include "write/writer_def.h"

#define MOST_PARTS 4

static guint count_parts(const EntWriter *writer)
{
    guint parts = 0;

    while (writer->parts[parts].write)
        parts++;
    g_assert(parts > 0 && parts <= MOST_PARTS);
    return parts;
}

static bool open_outputs(const EntWriter *writer, const char *path, EntOutput **outputs,
                         GError **error)
{
    for (guint i = 0; i < count_parts(writer); i++) {
        g_autofree char *name = ent_part_path(writer, &writer->parts[i], path);

        outputs[i] = ent_output_file(name, error);
        if (!outputs[i])
            return false;
    }
    return true;
}

static bool write_parts(const EntWriter *writer, const EntWriting *writing, EntOutput **outputs,
                        GError **error)
{
    guint parts = count_parts(writer);

    for (guint i = 0; i < parts; i++)
        if (!writer->parts[i].write(writing, outputs[i], error))
            return false;
    for (guint i = 0; i < parts; i++)
        if (!ent_output_complete(outputs[i], error))
            return false;
    for (guint i = 0; i < parts; i++)
        if (!ent_output_close(outputs[i], error))
            return false;
    return true;
}

/* Those of nodes, or of edges; the caller's. */
static const EntColumn **choose_columns(const EntColumn *const *columns, gsize length, EntOf of,
                                        gsize *chosen_length)
{
    const EntColumn **chosen = g_new(const EntColumn *, length + 1);

    *chosen_length = 0;
    for (gsize i = 0; i < length; i++)
        if (columns[i]->of == of)
            chosen[(*chosen_length)++] = columns[i];
    return chosen;
}

static bool can_write(const EntWriter *writer, const EntWriting *writing, const char *path,
                      GError **error)
{
    if (writing->columns_length && !writer->columns) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED, "%s cannot carry measures",
                    writer->name);
        return false;
    }
    if (writing->edge_columns_length && !writer->edge_columns) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                    "%s cannot carry measures of edges, such as '%s'", writer->name,
                    writing->edge_columns[0]->name);
        return false;
    }
    if (writer->parts[0].suffix && strcmp(path, "-") == 0) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "%s is written as several files, not to standard output: name a file with -o",
                    writer->name);
        return false;
    }
    return true;
}

bool ent_write(const EntWriter *writer, const EntView *view, const EntColumn *const *columns,
               gsize columns_length, const char *path, GError **error)
{
    EntOutput *outputs[MOST_PARTS] = {NULL};
    EntWriting writing = {.view = view, .dossier = ent_view_dossier(view)};
    g_autofree const EntColumn **of_nodes =
        choose_columns(columns, columns_length, ENT_OF_NODES, &writing.columns_length);
    g_autofree const EntColumn **of_edges =
        choose_columns(columns, columns_length, ENT_OF_EDGES, &writing.edge_columns_length);
    bool done;

    writing.columns = of_nodes;
    writing.edge_columns = of_edges;
    if (!can_write(writer, &writing, path, error))
        return false;
    done = open_outputs(writer, path, outputs, error);
    if (done) {
        if (!writer->written_ids)
            writing.edge_ids = ent_dossier_edge_ids(writing.dossier);
        done = write_parts(writer, &writing, outputs, error);
        ent_edge_ids_free(writing.edge_ids);
    }
    for (guint i = 0; i < MOST_PARTS; i++)
        ent_output_free(outputs[i]);
    return done;
}

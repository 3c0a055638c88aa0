/* SPDX-License-Identifier: MIT */
#include "measure/measure_def.h"

#include <math.h>

#define PARTS 50
#define SMALL 500 /* nodes that are no work for parts */

void ent_column_free(EntColumn *column)
{
    if (!column)
        return;
    g_free(column->values);
    g_free(column->note);
    g_free(column);
}

void ent_column_note(EntColumn *column, const char *format, ...)
{
    char *old = column->note;
    g_autofree char *note = NULL;
    va_list arguments;

    va_start(arguments, format);
    note = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    column->note = old ? g_strconcat(old, "; ", note, NULL) : g_steal_pointer(&note);
    g_free(old);
}

void ent_column_take(EntColumn *column, const igraph_vector_t *result)
{
    g_assert((gsize)igraph_vector_size(result) == column->length);
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = VECTOR(*result)[i];
}

void ent_column_take_int(EntColumn *column, const igraph_vector_int_t *result)
{
    g_assert((gsize)igraph_vector_int_size(result) == column->length);
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = (double)VECTOR(*result)[i];
}

void ent_column_take_edges(EntColumn *column, const EntGraph *graph, const igraph_vector_t *result)
{
    bool loops = false;

    for (gsize i = 0; i < column->length; i++) {
        const guint32 *arcs = graph->arcs + 2 * i;

        loops = loops || arcs[0] == ENT_NONE;
        if (arcs[0] == ENT_NONE)
            continue;
        column->values[i] = VECTOR(*result)[arcs[0]];
        if (arcs[1] != ENT_NONE)
            column->values[i] += VECTOR(*result)[arcs[1]];
    }
    if (loops)
        ent_column_note(column, "undefined for loops");
}

static igraph_error_t run_part(EntColumn *column, const EntGraph *graph, gsize first, gsize last,
                               EntPart *part, gpointer data)
{
    g_auto(igraph_vector_t) result = {0};
    igraph_error_t code = igraph_vector_init(&result, 0);

    if (code == IGRAPH_SUCCESS)
        code = igraph_allow_interruption(NULL);
    if (code == IGRAPH_SUCCESS)
        code = part(graph, igraph_vss_range((igraph_integer_t)first, (igraph_integer_t)last),
                    &result, data);
    for (gsize i = first; i < last && code == IGRAPH_SUCCESS; i++)
        column->values[i] = VECTOR(result)[i - first];
    return code;
}

bool ent_column_by_parts(EntColumn *column, const EntGraph *graph, EntPart *part, gpointer data,
                         GError **error)
{
    gsize parts = column->length < SMALL ? 1 : PARTS;

    for (gsize i = 0; i < parts; i++) {
        gsize first = column->length * i / parts, last = column->length * (i + 1) / parts;

        ent_igraph_span((double)i / (double)parts, (double)(i + 1) / (double)parts);
        if (!ent_igraph_done(run_part(column, graph, first, last, part, data), error))
            return false;
    }
    return true;
}

void ent_column_divide(EntColumn *column, double by, guint least)
{
    if (!(by > 0))
        ent_column_note(column, "undefined: normalized, it needs at least %u nodes", least);
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = by > 0 ? column->values[i] / by : NAN;
}

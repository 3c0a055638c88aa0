/* SPDX-License-Identifier: MIT */
#include "cli/rank_stability.h"

#include "base/text.h"
#include "cli/terminal.h"

#include <math.h>

#define SHOWN    5  /* sources that are told of */
#define ID_SHOWN 60 /* characters of an id */

static void add(GPtrArray *lines, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void add(GPtrArray *lines, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    g_ptr_array_add(lines, g_strdup_vprintf(format, list));
    va_end(list);
}

static char *show_source(const EntView *view, guint32 source)
{
    g_autofree char *brief =
        ent_text_brief(ent_dossier_source(ent_view_dossier(view), source)->id, ID_SHOWN);

    return ent_safe_text(brief);
}

/* "12 of 44 edges go, 9 of 30 nodes move, rank correlation 0.93" */
static char *show_effect(const EntStability *stability, guint32 edges, EntEffect effect)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE] = "";
    bool compared = !isnan(effect.correlation);

    if (compared)
        g_ascii_formatd(number, sizeof number, "%.2f", effect.correlation);
    return g_strdup_printf("%u of %u edge%s go%s, %u of %u node%s move%s, %s%s", edges,
                           stability->edges, stability->edges == 1 ? "" : "s",
                           edges == 1 ? "es" : "", effect.moved, stability->nodes,
                           stability->nodes == 1 ? "" : "s", effect.moved == 1 ? "s" : "",
                           compared ? "rank correlation " : "no ranks left to compare", number);
}

static guint32 count_alone(const EntStability *stability)
{
    guint32 count = 0;

    for (guint32 i = 0; i < stability->source_count; i++)
        count += stability->source_edges[i] > 0;
    return count;
}

static void add_sources(GPtrArray *lines, const EntStability *stability, const EntView *view)
{
    g_autofree guint32 *order = ent_stability_order(stability);
    guint32 alone = count_alone(stability);

    add(lines,
        "ranks: lowest to highest by %s with each of %u sources left out in turn; rests on: the "
        "source without which the rank, or else the score, changes most",
        stability->measures[0].name, stability->source_count);
    if (alone < stability->source_count)
        add(lines, "%u of %u sources carr%s no edge alone: without them nothing changes",
            stability->source_count - alone, stability->source_count,
            stability->source_count - alone == 1 ? "ies" : "y");
    for (guint32 i = 0; i < stability->source_count && i < SHOWN; i++) {
        guint32 source = order[i];
        g_autofree char *id = show_source(view, stability->sources[source]);
        g_autofree char *effect = show_effect(stability, stability->source_edges[source],
                                              stability->measures[0].sources[source]);

        if (stability->source_edges[source])
            add(lines, "without %s: %s", id, effect);
    }
    if (alone > SHOWN)
        add(lines, "… %u more sources that move less", alone - SHOWN);
}

static void add_one_source(GPtrArray *lines, const EntStability *stability, const EntView *view)
{
    g_autofree char *id = show_source(view, stability->sources[0]);

    if (stability->bare)
        add(lines, "all evidence is from one source, '%s': without it %u of %u edges go", id,
            stability->source_edges[0], stability->edges);
    else
        add(lines, "every edge rests on one source, '%s': without it no edge is left", id);
    if (!stability->resamples)
        add(lines, "'--resamples 1000' tells how firm ranks are within it, by drawing its quotes");
}

static void add_sweep(GPtrArray *lines, const EntStability *stability)
{
    if (!stability->threshold_count)
        add(lines, "all edges have the same confidence: there is nothing to sweep");
    for (guint32 i = 0; i < stability->threshold_count; i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_autofree char *effect =
            show_effect(stability, stability->threshold_edges[i], stability->measures[0].sweep[i]);

        g_ascii_formatd(number, sizeof number, "%.9g", stability->thresholds[i]);
        add(lines, "without confidence below %s: %s", number, effect);
    }
}

static const char *read_coefficient(double cs)
{
    return cs < 0.25   ? "not stable, ranks should not be read much into (below 0.25)"
           : cs <= 0.5 ? "fair (at least 0.25, better above 0.5)"
                       : "stable (above 0.5)";
}

static void add_coefficients(GPtrArray *lines, const EntStability *stability)
{
    const char *what = stability->drops_sources ? "sources" : "pieces of evidence";
    guint32 units = stability->drops_sources ? stability->source_count : stability->evidence;

    for (gsize i = 0; i < stability->length; i++) {
        const EntMeasureStability *measure = &stability->measures[i];

        if (isnan(measure->cs))
            add(lines, "%s: no stability coefficient, there are no different ranks to compare",
                measure->name);
        else if (measure->cs > 0)
            add(lines, "%s: %.0f %% of the %u %s can go, CS %.1f: %s", measure->name,
                measure->cs * 100, units, what, measure->cs, read_coefficient(measure->cs));
        else
            add(lines, "%s: not even 10 %% of the %u %s can go, CS 0: %s", measure->name, units,
                what, read_coefficient(measure->cs));
    }
    add(lines,
        "CS: largest share of the %s that can go with a rank correlation of 0.7 or more in 95 %% "
        "of %u draws",
        what, stability->subsets);
}

GPtrArray *ent_stability_lines(const EntStability *stability, const EntView *view)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

    if (!stability)
        return lines;
    if (stability->source_count > 1)
        add_sources(lines, stability, view);
    else if (stability->source_count == 1)
        add_one_source(lines, stability, view);
    else
        add(lines, "no edge has evidence: there is no source to leave out");
    if (stability->bare && stability->source_count)
        add(lines, "%u of %u edges have no evidence and always stay", stability->bare,
            stability->edges);
    add_sweep(lines, stability);
    if (stability->resamples)
        add(lines,
            "95 %%: where the rank lies in 95 %% of %u draws, with replacement, of the %u pieces "
            "of evidence",
            stability->resamples, stability->evidence);
    if (stability->evidence)
        add_coefficients(lines, stability);
    return lines;
}

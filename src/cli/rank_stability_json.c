/* SPDX-License-Identifier: MIT */
#include "cli/rank_stability.h"

#include <math.h>

static void put_rank(EntOutput *output, guint32 rank)
{
    ent_put_number(output, rank ? rank : NAN);
}

/* "[1, 3]", null where there is none. */
static void put_ranks(EntOutput *output, EntRanks ranks)
{
    if (ranks.low)
        ent_putf(output, "[%u, %u]", ranks.low, ranks.high);
    else
        ent_put(output, "null");
}

static void put_source(EntOutput *output, const EntView *view, guint32 source)
{
    ent_put_json(
        output, source == ENT_NONE ? NULL : ent_dossier_source(ent_view_dossier(view), source)->id);
}

static void put_interval(EntOutput *output, const EntNodeStability *node)
{
    ent_put(output, ", \"interval\": ");
    put_ranks(output, node->interval);
    ent_put(output, ", \"values\": ");
    if (!node->interval.low) {
        ent_put(output, "null");
        return;
    }
    ent_put(output, "[");
    ent_put_number(output, node->low);
    ent_put(output, ", ");
    ent_put_number(output, node->high);
    ent_put(output, "]");
}

static void put_node(EntOutput *output, const EntStability *stability, const EntView *view,
                     const EntNodeStability *node)
{
    ent_put(output, "{ \"rank\": ");
    put_rank(output, node->rank);
    ent_put(output, ", \"low\": ");
    put_rank(output, node->left_out.low);
    ent_put(output, ", \"high\": ");
    put_rank(output, node->left_out.high);
    ent_put(output, ", \"source\": ");
    put_source(output, view, node->source);
    ent_putf(output, ", \"lost\": %s, \"sweep\": ", node->lost ? "true" : "false");
    put_ranks(output, stability->threshold_count ? node->sweep : (EntRanks){0, 0});
    put_interval(output, node);
    ent_put(output, " }");
}

char *ent_stability_json(const EntStability *stability, const EntView *view, guint32 place)
{
    g_autoptr(EntOutput) output = ent_output_memory();

    ent_put(output, "{ ");
    for (gsize i = 0; i < stability->length; i++) {
        ent_putf(output, "%s\"%s\": ", i ? ", " : "", stability->measures[i].name);
        put_node(output, stability, view, &stability->measures[i].nodes[place]);
    }
    ent_put(output, " }");
    return g_strdup(ent_output_text(output, NULL));
}

static void put_effect(EntOutput *output, EntEffect effect)
{
    ent_putf(output, "{ \"moved\": %u, \"correlation\": ", effect.moved);
    ent_put_number(output, effect.correlation);
    ent_put(output, " }");
}

static void put_sources(EntOutput *output, const EntStability *stability, const EntView *view)
{
    g_autofree guint32 *order = ent_stability_order(stability);

    ent_put(output, "    \"sources\": [");
    for (guint32 i = 0; i < stability->source_count; i++) {
        ent_put(output, i ? ",\n      { \"id\": " : "\n      { \"id\": ");
        put_source(output, view, stability->sources[order[i]]);
        ent_putf(output, ", \"edges\": %u, \"measures\": { ", stability->source_edges[order[i]]);
        for (gsize j = 0; j < stability->length; j++) {
            ent_putf(output, "%s\"%s\": ", j ? ", " : "", stability->measures[j].name);
            put_effect(output, stability->measures[j].sources[order[i]]);
        }
        ent_put(output, " } }");
    }
    ent_put(output, stability->source_count ? "\n    ],\n" : "],\n");
}

static void put_sweep(EntOutput *output, const EntStability *stability)
{
    ent_put(output, "    \"sweep\": [");
    for (guint32 i = 0; i < stability->threshold_count; i++) {
        ent_put(output, i ? ",\n      { \"below\": " : "\n      { \"below\": ");
        ent_put_number(output, stability->thresholds[i]);
        ent_putf(output, ", \"edges\": %u, \"measures\": { ", stability->threshold_edges[i]);
        for (gsize j = 0; j < stability->length; j++) {
            ent_putf(output, "%s\"%s\": ", j ? ", " : "", stability->measures[j].name);
            put_effect(output, stability->measures[j].sweep[i]);
        }
        ent_put(output, " } }");
    }
    ent_put(output, stability->threshold_count ? "\n    ],\n" : "],\n");
}

static void put_coefficients(EntOutput *output, const EntStability *stability)
{
    ent_putf(output, "    \"cs\": { \"dropped\": \"%s\", \"draws\": %u, \"measures\": { ",
             stability->drops_sources ? "sources" : "evidence", stability->subsets);
    for (gsize i = 0; i < stability->length; i++) {
        ent_putf(output, "%s\"%s\": ", i ? ", " : "", stability->measures[i].name);
        ent_put_number(output, stability->measures[i].cs);
    }
    ent_put(output, " } }\n");
}

void ent_put_stability(EntOutput *output, const EntStability *stability, const EntView *view)
{
    if (!stability)
        return;
    ent_put(output, "  \"stability\": {\n");
    put_sources(output, stability, view);
    put_sweep(output, stability);
    ent_putf(output, "    \"evidence\": %u,\n    \"bare\": %u,\n    \"resamples\": %u,\n",
             stability->evidence, stability->bare, stability->resamples);
    put_coefficients(output, stability);
    ent_put(output, "  },\n");
}

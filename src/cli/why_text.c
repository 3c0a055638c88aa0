/* SPDX-License-Identifier: MIT */
#include "cli/why.h"

#include "cli/evidence_text.h"
#include "cli/run.h"
#include "cli/tie.h"

#include <math.h>

#define QUOTES  6  /* columns before a quote */
#define REACHES 10 /* distances told, the nearest */

static void put_number(EntOutput *output, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    ent_putf(output, "  %13s", g_ascii_formatd(text, sizeof text, "%.9g", number));
}

/* "41.2 %", or as much room. */
static void put_share(EntOutput *output, double share)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    if (isnan(share))
        return;
    ent_putf(output, "  %5s %%", g_ascii_formatd(text, sizeof text, "%.1f", share * 100));
}

/* How wide those two are. */
static guint measure_indent(double share)
{
    return isnan(share) ? 17 : 26;
}

/* The edges behind a part, each with its quotes; the first goes on where the numbers stand. */
static void put_part(EntOutput *output, const EntExplained *explained, const EntWhyPart *part,
                     guint width)
{
    guint indent = measure_indent(part->share);
    const EntNode *near = ent_dossier_node(explained->dossier, part->near);

    put_number(output, part->value);
    put_share(output, part->share);
    for (guint32 i = 0; i < part->length; i++) {
        EntTie tie = ent_tie(explained->dossier, part->near, part->edges[i]);
        g_autofree char *words = ent_tie_words(&tie);

        ent_putf(output, "%*s", i ? (int)indent : 2, "");
        if (part->near != explained->why->node) {
            ent_put_named(output, explained->dossier, near);
            ent_put(output, " ");
        }
        ent_put_safe(output, words);
        ent_put(output, " ");
        ent_put_tie(output, explained->dossier, &tie, QUOTES, width);
    }
}

static void put_more(EntOutput *output, guint64 shown, guint64 all)
{
    if (shown < all)
        ent_putf(output, "# … %" G_GUINT64_FORMAT " more, --top 0 shows all\n", all - shown);
}

static void put_parts(EntOutput *output, const EntExplained *explained, guint width)
{
    const EntWhy *why = explained->why;

    if (why->part_count == 0 && !why->rest_name) {
        ent_put(output, "\nno tie carries it\n");
        return;
    }
    ent_putf(output, "\ncarried by these ties: %s\n", why->says);
    for (gsize i = 0; i < explained->parts; i++)
        put_part(output, explained, &why->parts[i], width);
    put_more(output, explained->parts, why->part_count);
    if (!why->rest_name)
        return;
    put_number(output, why->rest);
    put_share(output, why->rest / why->value);
    ent_putf(output, "  %s\n", why->rest_name);
}

static guint32 count_reached(const EntWhy *why)
{
    guint32 nodes = 0;

    for (gsize i = 0; i < why->reach_count; i++)
        nodes += why->reaches[i].nodes;
    return nodes;
}

/* "joined by paths to 66 of 66 other nodes: 25 at distance 1, 41 at distance 2" */
static void put_reaches(EntOutput *output, const EntWhy *why, guint width)
{
    guint32 nodes = count_reached(why);
    g_autoptr(GString) text = g_string_new(NULL);

    g_string_printf(text, "joined by paths to %u of %u other nodes:", nodes, why->of - 1);
    for (gsize i = 0; i < why->reach_count && i < REACHES; i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];

        g_ascii_formatd(number, sizeof number, "%.9g", why->reaches[i].distance);
        g_string_append_printf(text, "%s %u at distance %s", i ? "," : "", why->reaches[i].nodes,
                               number);
        nodes -= why->reaches[i].nodes;
    }
    if (nodes)
        g_string_append_printf(text, ", %u farther", nodes);
    ent_put(output, "\n");
    ent_put_wrapped(output, text->str, 2, width);
}

static void put_pair(EntOutput *output, const EntDossier *dossier, const EntWhyPair *pair,
                     guint width)
{
    g_autoptr(GString) path = g_string_new(ent_dossier_node(dossier, pair->from)->name);

    put_share(output, pair->share);
    ent_put(output, "  ");
    ent_put_safe(output, ent_dossier_node(dossier, pair->from)->id);
    ent_put(output, " … ");
    ent_put_safe(output, ent_dossier_node(dossier, pair->to)->id);
    for (guint32 i = 0; i < pair->length; i++)
        g_string_append_printf(path, " — %s", ent_dossier_node(dossier, pair->steps[i].to)->name);
    ent_putf(output, "\n%11s", "");
    ent_put_wrapped(output, path->str, 13, width);
}

static void put_pairs(EntOutput *output, const EntExplained *explained, guint width)
{
    const EntWhy *why = explained->why;

    if (why->pair_count == 0)
        return;
    ent_putf(output,
             "\nstrongest pairs that it lies between, %" G_GUINT64_FORMAT " in all: its share of "
             "their shortest paths, and one of these\n",
             why->pairs_all);
    for (gsize i = 0; i < why->pair_count; i++)
        put_pair(output, explained->dossier, &why->pairs[i], width);
    put_more(output, why->pair_count, why->pairs_all);
}

static void put_score(EntOutput *output, const EntExplained *explained)
{
    const EntWhy *why = explained->why;
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    ent_put_head(output, explained->view, "# ");
    if (why->note)
        ent_putf(output, "# %s: %s\n", ent_measure_name(why->measure), why->note);
    ent_put_named(output, explained->dossier, ent_dossier_node(explained->dossier, why->node));
    if (why->rank)
        ent_putf(output, ": %s %s, rank %u of %u\n", ent_measure_name(why->measure),
                 g_ascii_formatd(number, sizeof number, "%.9g", why->value), why->rank, why->of);
    else
        ent_putf(output, ": %s is undefined\n", ent_measure_name(why->measure));
    if (why->remark)
        ent_putf(output, "%s\n", why->remark);
}

/* What to ask next. */
static void put_hints(EntOutput *output, const EntWhy *why)
{
    ent_put(output, "\n");
    if (why->pair_count)
        ent_put(output, "# each step and its quotes: entente path --from ID --to ID FACTS\n");
    ent_putf(output, "# how firm the rank is: entente rank --by %s --stability FACTS\n",
             ent_measure_name(why->measure));
}

void ent_why_text(EntOutput *output, const EntExplained *explained, guint width)
{
    put_score(output, explained);
    if (!explained->why->rank)
        return;
    put_parts(output, explained, width);
    if (explained->why->reaches)
        put_reaches(output, explained->why, width);
    put_pairs(output, explained, width);
    put_hints(output, explained->why);
}

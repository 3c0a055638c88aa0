/* SPDX-License-Identifier: MIT */
/* 'diff' for people: what came, what went, and what is another, kind by kind. */
#include "cli/diff.h"

#include "base/json.h"
#include "cli/evidence_text.h"

#include <string.h>

#define INDENT 6 /* of what belongs to a fact */

typedef struct {
    EntOutput *output;
    const EntDiff *diff;
    guint width;
} Shown;

static const char *sign_of(const EntDifference *item)
{
    if (item->old == ENT_NONE)
        return "+";
    return item->new == ENT_NONE ? "-" : "~";
}

/* A text as such, other values as JSON; "nothing" where there is none. The caller's. */
static char *say_value(const char *json)
{
    if (!json)
        return g_strdup("nothing");
    return *json == '"' ? ent_json_unquote(json, strlen(json)) : g_strdup(json);
}

static void put_changes(const Shown *shown, const EntDifference *item, guint indent)
{
    for (guint32 i = 0; i < item->changes_length; i++) {
        const EntKeyChange *change = &item->changes[i];
        g_autofree char *old = say_value(change->old), *new = say_value(change->new);
        g_autofree char *text = g_strdup_printf("%s: %s → %s", change->key, old, new);

        ent_putf(shown->output, "%*s", (int)indent, "");
        ent_put_wrapped(shown->output, text, indent + 2, shown->width);
    }
}

static char *member(const char *json, const char *key)
{
    EntSpan span;
    g_autofree char *pointer = g_strconcat("/", key, NULL);

    if (!ent_json_find(json, strlen(json), pointer, false, &span))
        return g_strdup("");
    return ent_json_unquote(json + span.start, span.length);
}

static void put_pieces(const Shown *shown, char *const *pieces, const char *sign)
{
    for (; *pieces; pieces++) {
        g_autofree char *quote = member(*pieces, "quote"), *source = member(*pieces, "source");
        g_autofree char *text = g_strdup_printf("%s “%s” %s", sign, quote, source);

        ent_putf(shown->output, "%*s", INDENT, "");
        ent_put_wrapped(shown->output, text, INDENT + 2, shown->width);
    }
}

static void put_name(const Shown *shown, const EntDifferences *kind, EntDiffAt at)
{
    EntOutput *output = shown->output;

    if (kind == &shown->diff->nodes) {
        ent_put_named(output, at.dossier, ent_dossier_node(at.dossier, at.index));
        ent_put_circumstances(output, &ent_dossier_node(at.dossier, at.index)->fact);
    } else if (kind == &shown->diff->edges) {
        const EntEdge *edge = ent_dossier_edge(at.dossier, at.index);

        ent_put_safe(output, ent_dossier_node(at.dossier, edge->from)->name);
        ent_put(output, " — ");
        ent_put_safe(output, ent_dossier_edge_type(at.dossier, edge)->label);
        ent_put(output, " → ");
        ent_put_safe(output, ent_dossier_node(at.dossier, edge->to)->name);
        ent_put_circumstances(output, &edge->fact);
    } else {
        const EntSource *source = ent_dossier_source(at.dossier, at.index);

        ent_put_safe(output, source->id);
        if (source->title) {
            ent_put(output, ": ");
            ent_put_safe(output, source->title);
        }
    }
    ent_put(output, "\n");
}

static void put_kind(const Shown *shown, const EntDiffKind *kind)
{
    if (!kind->differences->length)
        return;
    ent_putf(shown->output, "\n%s\n", kind->plural);
    for (guint32 i = 0; i < kind->differences->length; i++) {
        const EntDifference *item = &kind->differences->items[i];

        ent_putf(shown->output, "  %s ", sign_of(item));
        put_name(shown, kind->differences, ent_diff_at(shown->diff, item));
        if (item->old == ENT_NONE || item->new == ENT_NONE)
            continue;
        put_changes(shown, item, INDENT);
        put_pieces(shown, item->lost, "-");
        put_pieces(shown, item->gained, "+");
    }
}

void ent_diff_text(EntOutput *output, const EntDiff *diff, guint width)
{
    Shown shown = {output, diff, width};
    g_autofree char *sum = ent_diff_sum(diff);
    EntDiffKind kinds[4];

    ent_putf(output, "# %s\n", sum);
    if (ent_diff_any(diff))
        ent_put(output, "# + added, - removed, ~ changed\n");
    if (diff->head.changes_length) {
        ent_put(output, "\nhead\n");
        put_changes(&shown, &diff->head, 2);
    }
    ent_diff_kinds(diff, kinds);
    for (const EntDiffKind *kind = kinds; kind->name; kind++)
        put_kind(&shown, kind);
}

/* SPDX-License-Identifier: MIT */
/* 'diff' for programs. */
#include "cli/diff.h"

#include "cli/table.h"
#include "write/json_text.h"

#include <string.h>

void ent_diff_kinds(const EntDiff *diff, EntDiffKind kinds[4])
{
    kinds[0] = (EntDiffKind){"node", "nodes", &diff->nodes, ent_diff_node_json};
    kinds[1] = (EntDiffKind){"edge", "edges", &diff->edges, ent_diff_edge_json};
    kinds[2] = (EntDiffKind){"source", "sources", &diff->sources, ent_diff_source_json};
    kinds[3] = (EntDiffKind){NULL, NULL, NULL, NULL};
}

EntDiffAt ent_diff_at(const EntDiff *diff, const EntDifference *item)
{
    if (item->new == ENT_NONE)
        return (EntDiffAt){diff->old, item->old};
    return (EntDiffAt){diff->new, item->new};
}

const char *ent_diff_id(const EntDiff *diff, const EntDiffKind *kind, const EntDifference *item)
{
    EntDiffAt at = ent_diff_at(diff, item);

    if (kind->differences == &diff->nodes)
        return ent_dossier_node(at.dossier, at.index)->id;
    if (kind->differences == &diff->sources)
        return ent_dossier_source(at.dossier, at.index)->id;
    return (item->new == ENT_NONE ? diff->old_ids : diff->new_ids)[at.index];
}

char *ent_diff_sum(const EntDiff *diff)
{
    GString *text = g_string_new(NULL);
    EntDiffKind kinds[4];

    ent_diff_kinds(diff, kinds);
    for (const EntDiffKind *kind = kinds; kind->name; kind++)
        if (kind->differences->length)
            g_string_append_printf(text, "%s%s: %u added, %u removed, %u changed",
                                   text->len ? "; " : "", kind->plural, kind->differences->added,
                                   kind->differences->removed, kind->differences->changed);
    if (diff->head.changes_length)
        g_string_append_printf(text, "%sthe dossier's head changed", text->len ? "; " : "");
    if (!text->len)
        g_string_append(text, "no difference");
    return g_string_free(text, FALSE);
}

static const char *change_of(const EntDifference *item)
{
    if (item->old == ENT_NONE)
        return "added";
    return item->new == ENT_NONE ? "removed" : "changed";
}

static const EntTableColumn columns[] = {
    {"change", NULL, ENT_CELL_WORD, false}, {"what", NULL, ENT_CELL_WORD, false},
    {"id", NULL, ENT_CELL_TEXT, false},     {"from", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_TEXT, false},   {"to", NULL, ENT_CELL_TEXT, false},
    {"key", NULL, ENT_CELL_TEXT, false},    {"old", NULL, ENT_CELL_TEXT, false},
    {"new", NULL, ENT_CELL_TEXT, false},
};

static void put_named(EntTable *table, const EntDiff *diff, const EntDiffKind *kind,
                      const EntDifference *item)
{
    EntDiffAt at = ent_diff_at(diff, item);
    const EntEdge *edge;

    ent_table_row(table);
    ent_table_text(table, change_of(item));
    ent_table_text(table, kind->name);
    ent_table_text(table, ent_diff_id(diff, kind, item));
    if (kind->differences == &diff->nodes) {
        const EntNode *node = ent_dossier_node(at.dossier, at.index);

        ent_table_text(table, NULL);
        ent_table_text(table, ent_dossier_node_type(at.dossier, node)->name);
        ent_table_text(table, NULL);
    } else if (kind->differences == &diff->edges) {
        edge = ent_dossier_edge(at.dossier, at.index);
        ent_table_text(table, ent_dossier_node(at.dossier, edge->from)->id);
        ent_table_text(table, ent_dossier_edge_type(at.dossier, edge)->name);
        ent_table_text(table, ent_dossier_node(at.dossier, edge->to)->id);
    } else {
        for (guint i = 0; i < 3; i++)
            ent_table_text(table, NULL);
    }
}

static void put_values(EntTable *table, const char *key, const char *old, const char *new)
{
    ent_table_text(table, key);
    ent_table_text(table, old);
    ent_table_text(table, new);
}

/* A row for each key and each piece of evidence; values are JSON. */
static void put_rows(EntTable *table, const EntDiff *diff, const EntDiffKind *kind,
                     const EntDifference *item)
{
    if (item->old == ENT_NONE || item->new == ENT_NONE) {
        put_named(table, diff, kind, item);
        put_values(table, NULL, NULL, NULL);
        return;
    }
    for (guint32 i = 0; i < item->changes_length; i++) {
        put_named(table, diff, kind, item);
        put_values(table, item->changes[i].key, item->changes[i].old, item->changes[i].new);
    }
    for (char **piece = item->lost; *piece; piece++) {
        put_named(table, diff, kind, item);
        put_values(table, "evidence", *piece, NULL);
    }
    for (char **piece = item->gained; *piece; piece++) {
        put_named(table, diff, kind, item);
        put_values(table, "evidence", NULL, *piece);
    }
}

void ent_diff_csv(EntOutput *output, const EntDiff *diff)
{
    g_autoptr(EntTable) table = ent_table_new(columns, G_N_ELEMENTS(columns));
    EntDiffKind kinds[4];

    ent_diff_kinds(diff, kinds);
    for (guint32 i = 0; i < diff->head.changes_length; i++) {
        const EntKeyChange *change = &diff->head.changes[i];

        ent_table_row(table);
        ent_table_text(table, "changed");
        ent_table_text(table, "head");
        for (guint k = 0; k < 4; k++)
            ent_table_text(table, NULL);
        put_values(table, change->key, change->old, change->new);
    }
    for (const EntDiffKind *kind = kinds; kind->name; kind++)
        for (guint32 i = 0; i < kind->differences->length; i++)
            put_rows(table, diff, kind, &kind->differences->items[i]);
    ent_table_csv(table, output);
}

/* Compact JSON, spaced. */
static void append_value(GString *line, const char *json)
{
    if (json)
        ent_json_value(line, json, &ent_json_spaced);
    else
        g_string_append(line, "null");
}

static void append_changes(GString *line, const EntDifference *item)
{
    EntJsonObject changes = {line, &ent_json_spaced, false};

    for (guint32 i = 0; i < item->changes_length; i++) {
        EntJsonObject values = {line, &ent_json_spaced, false};

        ent_json_key(&changes, item->changes[i].key);
        ent_json_key(&values, "old");
        append_value(line, item->changes[i].old);
        ent_json_key(&values, "new");
        append_value(line, item->changes[i].new);
        ent_json_end(&values);
    }
    ent_json_end(&changes);
}

static void append_pieces(GString *line, char *const *pieces)
{
    const EntJsonStyle *style = &ent_json_spaced;

    for (guint i = 0; pieces[i]; i++) {
        g_string_append(line, i ? style->comma : style->open_list);
        append_value(line, pieces[i]);
    }
    g_string_append(line, pieces[0] ? style->close_list : "[]");
}

/* { "id": ..., and the members of the fact } */
static void append_fact(GString *line, const EntDiff *diff, const EntDiffKind *kind,
                        const EntDifference *item)
{
    g_autofree char *json = kind->json(diff, item);
    g_autoptr(GString) whole = g_string_new(NULL);
    EntJsonObject object = {whole, &ent_json_compact_style, false};
    EntDiffAt at = ent_diff_at(diff, item);

    if (kind->differences == &diff->edges &&
        ent_dossier_edge(at.dossier, at.index)->id) { /* it has its id in it */
        append_value(line, json);
        return;
    }
    ent_json_text(&object, "id", ent_diff_id(diff, kind, item));
    if (strlen(json) > 2)
        g_string_append_c(whole, ',');
    g_string_append(whole, json + 1);
    append_value(line, whole->str);
}

static void append_changed(GString *line, const EntDiff *diff, const EntDiffKind *kind,
                           const EntDifference *item)
{
    EntJsonObject object = {line, &ent_json_spaced, false}, evidence = object;
    EntDiffAt at = ent_diff_at(diff, item);

    ent_json_text(&object, "id", ent_diff_id(diff, kind, item));
    if (kind->differences == &diff->edges) {
        const EntEdge *edge = ent_dossier_edge(at.dossier, at.index);

        ent_json_text(&object, "from", ent_dossier_node(at.dossier, edge->from)->id);
        ent_json_text(&object, "type", ent_dossier_edge_type(at.dossier, edge)->name);
        ent_json_text(&object, "to", ent_dossier_node(at.dossier, edge->to)->id);
    }
    ent_json_key(&object, "changes");
    append_changes(line, item);
    ent_json_key(&object, "evidence");
    ent_json_key(&evidence, "gained");
    append_pieces(line, item->gained);
    ent_json_key(&evidence, "lost");
    append_pieces(line, item->lost);
    ent_json_end(&evidence);
    ent_json_end(&object);
}

static void put_list(EntOutput *output, const EntDiff *diff, const EntDiffKind *kind,
                     const char *change)
{
    g_autoptr(GString) line = g_string_new(NULL);
    bool any = false;

    ent_putf(output, "    \"%s\": [", kind->plural);
    for (guint32 i = 0; i < kind->differences->length; i++) {
        const EntDifference *item = &kind->differences->items[i];

        if (strcmp(change_of(item), change) != 0)
            continue;
        g_string_truncate(line, 0);
        if (item->old == ENT_NONE || item->new == ENT_NONE)
            append_fact(line, diff, kind, item);
        else
            append_changed(line, diff, kind, item);
        ent_putf(output, "%s\n      ", any ? "," : "");
        ent_put(output, line->str);
        any = true;
    }
    ent_put(output, any ? "\n    ]" : "]");
}

static void put_change(EntOutput *output, const EntDiff *diff, const char *change)
{
    EntDiffKind kinds[4];

    ent_diff_kinds(diff, kinds);
    ent_putf(output, "  \"%s\": {\n", change);
    for (const EntDiffKind *kind = kinds; kind->name; kind++) {
        put_list(output, diff, kind, change);
        ent_put(output, kind[1].name ? ",\n" : "");
    }
    if (strcmp(change, "changed") == 0) {
        g_autoptr(GString) line = g_string_new(NULL);

        append_changes(line, &diff->head);
        ent_putf(output, ",\n    \"head\": %s", line->str);
    }
    ent_put(output, "\n  }");
}

static void put_size(EntOutput *output, const char *key, const EntDossier *dossier)
{
    ent_putf(output, "  \"%s\": { \"nodes\": %u, \"edges\": %u, \"sources\": %u },\n", key,
             ent_dossier_node_count(dossier), ent_dossier_edge_count(dossier),
             ent_dossier_source_count(dossier));
}

void ent_diff_json(EntOutput *output, const EntDiff *diff)
{
    static const char *const changes[] = {"added", "removed", "changed"};

    ent_put(output, "{\n");
    put_size(output, "old", diff->old);
    put_size(output, "new", diff->new);
    for (guint i = 0; i < G_N_ELEMENTS(changes); i++) {
        ent_put(output, i ? ",\n" : "");
        put_change(output, diff, changes[i]);
    }
    ent_put(output, "\n}\n");
}

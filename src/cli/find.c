/* SPDX-License-Identifier: MIT */
#include "cli/find.h"

#include "base/lookup.h"
#include "base/text.h"

#include <string.h>

#define LISTED 10 /* candidates named in a message */
#define BRIEF  60 /* characters of a name in a message */

/* How a text is compared: letters of either case are one, however they are composed. */
static char *fold(const char *text)
{
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);

    return g_utf8_casefold(composed, -1);
}

static bool is_same(const char *text, const char *folded)
{
    g_autofree char *other = fold(text);

    return g_str_equal(other, folded);
}

static bool has_part(const char *text, const char *folded)
{
    g_autofree char *other = fold(text);

    return strstr(other, folded) != NULL;
}

/* The nodes of which the id, the name or an alias passes. */
static GArray *nodes_called(const EntDossier *dossier, const char *folded,
                            bool (*passes)(const char *text, const char *folded))
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++) {
        const EntNode *node = ent_dossier_node(dossier, i);
        EntTexts aliases = node->fact.details->aliases;
        bool called = passes(node->name, folded) || passes(node->id, folded);

        for (guint32 j = 0; j < aliases.length && !called; j++)
            called = passes(aliases.items[j], folded);
        if (called)
            g_array_append_val(found, i);
    }
    return found;
}

static char *list_ids(const EntDossier *dossier, const GArray *found)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < found->len && i < LISTED; i++) {
        g_autofree char *id =
            ent_text_brief(ent_dossier_node(dossier, g_array_index(found, guint32, i))->id, BRIEF);

        g_string_append_printf(list, "%s'%s'", i ? ", " : "", id);
    }
    if (found->len > LISTED)
        g_string_append_printf(list, " and %u more", found->len - LISTED);
    return g_string_free(list, FALSE);
}

static const char *nearest(const EntDossier *dossier, const char *words)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++) {
        const EntNode *node = ent_dossier_node(dossier, i);
        EntTexts aliases = node->fact.details->aliases;

        g_ptr_array_add(known, (gpointer)node->id);
        g_ptr_array_add(known, (gpointer)node->name);
        for (guint32 j = 0; j < aliases.length; j++)
            g_ptr_array_add(known, (gpointer)aliases.items[j]);
    }
    g_ptr_array_add(known, NULL);
    return ent_nearest((const char *const *)known->pdata, words);
}

/* A slip of the pen has a near name; a part of a name has candidates. */
static void fail_unknown(const EntDossier *dossier, const char *words, const char *folded,
                         GError **error)
{
    g_autofree char *brief = ent_text_brief(words, BRIEF), *hint = NULL;
    const char *near = nearest(dossier, words);
    g_autoptr(GArray) parts = near || !*folded ? NULL : nodes_called(dossier, folded, has_part);

    if (near) {
        g_autofree char *near_brief = ent_text_brief(near, BRIEF);

        hint = g_strdup_printf(": did you mean '%s'?", near_brief);
    } else if (parts && parts->len) {
        g_autofree char *list = list_ids(dossier, parts);

        hint = g_strdup_printf("; it is part of %s", list);
    }
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown node '%s'%s", brief, hint ? hint : "");
}

guint32 ent_find_node(const EntDossier *dossier, const char *words, GError **error)
{
    guint32 node = ent_dossier_find_node(dossier, words);
    g_autofree char *folded = fold(words), *list = NULL, *brief = NULL;
    g_autoptr(GArray) found = NULL;

    if (node != ENT_NONE)
        return node;
    found = nodes_called(dossier, folded, is_same);
    if (found->len == 1)
        return g_array_index(found, guint32, 0);
    if (!found->len) {
        fail_unknown(dossier, words, folded, error);
        return ENT_NONE;
    }
    list = list_ids(dossier, found);
    brief = ent_text_brief(words, BRIEF);
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "%u nodes are called '%s': %s", found->len,
                brief, list);
    return ENT_NONE;
}

static bool add_nodes(const EntDossier *dossier, const char *argument, GArray *nodes,
                      GError **error)
{
    guint32 node = ent_dossier_find_node(dossier, argument);
    g_auto(GStrv) parts = node == ENT_NONE ? ent_text_split(argument) : NULL;

    if (node != ENT_NONE)
        g_array_append_val(nodes, node);
    for (char **part = parts; part && *part; part++) {
        node = ent_find_node(dossier, *part, error);
        if (node == ENT_NONE)
            return false;
        g_array_append_val(nodes, node);
    }
    return true;
}

GArray *ent_find_nodes(const EntDossier *dossier, const char *const *arguments, GError **error)
{
    g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (; arguments && *arguments; arguments++)
        if (!add_nodes(dossier, *arguments, nodes, error))
            return NULL;
    return g_steal_pointer(&nodes);
}

/* SPDX-License-Identifier: MIT */
#include "cli/find.h"

#include "base/lookup.h"
#include "base/text.h"

#define LISTED 10 /* candidates named in a message */
#define BRIEF  60 /* characters of a name in a message */

/* How a text is compared: letters of either case are one, however they are composed. */
static char *fold(const char *text)
{
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);

    return g_utf8_casefold(composed, -1);
}

static bool is_called(const EntNode *node, const char *folded)
{
    EntTexts aliases = node->fact.details->aliases;
    g_autofree char *name = fold(node->name);
    bool called = g_str_equal(name, folded);

    for (guint32 i = 0; i < aliases.length && !called; i++) {
        g_autofree char *alias = fold(aliases.items[i]);

        called = g_str_equal(alias, folded);
    }
    return called;
}

static guint32 fail_ambiguous(const EntDossier *dossier, const char *words, const GArray *found,
                              GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);
    g_autofree char *brief = ent_text_brief(words, BRIEF);

    for (guint i = 0; i < found->len && i < LISTED; i++) {
        g_autofree char *id =
            ent_text_brief(ent_dossier_node(dossier, g_array_index(found, guint32, i))->id, BRIEF);

        g_string_append_printf(list, "%s'%s'", i ? ", " : "", id);
    }
    if (found->len > LISTED)
        g_string_append_printf(list, " and %u more", found->len - LISTED);
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "%u nodes are called '%s': %s", found->len,
                brief, list->str);
    return ENT_NONE;
}

static guint32 fail_unknown(const EntDossier *dossier, const char *words, GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    g_autofree char *brief = ent_text_brief(words, BRIEF), *near_brief = NULL;
    const char *near;

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++) {
        const EntNode *node = ent_dossier_node(dossier, i);
        EntTexts aliases = node->fact.details->aliases;

        g_ptr_array_add(known, (gpointer)node->id);
        g_ptr_array_add(known, (gpointer)node->name);
        for (guint32 j = 0; j < aliases.length; j++)
            g_ptr_array_add(known, (gpointer)aliases.items[j]);
    }
    g_ptr_array_add(known, NULL);
    near = ent_nearest((const char *const *)known->pdata, words);
    near_brief = near ? ent_text_brief(near, BRIEF) : NULL;
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown node '%s'%s%s%s", brief,
                near ? ": did you mean '" : "", near ? near_brief : "", near ? "'?" : "");
    return ENT_NONE;
}

guint32 ent_find_node(const EntDossier *dossier, const char *words, GError **error)
{
    guint32 node = ent_dossier_find_node(dossier, words);
    g_autofree char *folded = fold(words);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint32));

    if (node != ENT_NONE)
        return node;
    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++)
        if (is_called(ent_dossier_node(dossier, i), folded))
            g_array_append_val(found, i);
    if (found->len == 1)
        return g_array_index(found, guint32, 0);
    return found->len ? fail_ambiguous(dossier, words, found, error)
                      : fail_unknown(dossier, words, error);
}

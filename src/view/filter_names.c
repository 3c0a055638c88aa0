/* SPDX-License-Identifier: MIT */
#include "view/filter.h"

#include "base/lookup.h"
#include "base/text.h"
#include "model/dossier_new.h"
#include "model/schema_read.h"

#include <string.h>

#define NAMES_LISTED 12 /* names given where none is near */

void ent_names_clear(EntNames *names)
{
    g_free(names->types);
    g_free(names->relations);
    g_free(names->sources);
    *names = (EntNames){0};
}

/* "a, b, c", at most NAMES_LISTED of them; names is sorted in place. */
static char *list_names(GPtrArray *names)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < names->len && i < NAMES_LISTED; i++) {
        g_autofree char *name = ent_text_brief(names->pdata[i], 60);
        g_string_append_printf(list, "%s'%s'", i ? ", " : "", name);
    }
    if (names->len > NAMES_LISTED)
        g_string_append(list, ", ...");
    return g_string_free(list, FALSE);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* known: const char *, names that would have done; taken. */
static void set_unknown(const char *what, const char *name, GPtrArray *known, GError **error)
{
    g_autoptr(GPtrArray) names = known;
    g_autofree char *brief = ent_text_brief(name, 60);
    const char *near;

    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    near = ent_nearest((const char *const *)names->pdata, name);
    g_ptr_array_set_size(names, (gint)names->len - 1);
    if (near) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown %s '%s': did you mean '%s'?", what,
                    brief, near);
    } else if (names->len) {
        g_autofree char *list = list_names(names);
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown %s '%s': there are %s", what, brief,
                    list);
    } else {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown %s '%s': there is none", what,
                    brief);
    }
}

/* Types of the schema, and so all that the facts use; the first member of both is the name. */
static gconstpointer find_type(gconstpointer const *types, const char *name)
{
    for (; *types; types++)
        if (!strcmp(*(const char *const *)*types, name))
            return *types;
    return NULL;
}

static void unknown_type(const char *what, const char *name, gconstpointer const *types,
                         GError **error)
{
    GPtrArray *known = g_ptr_array_new();

    for (; *types; types++)
        g_ptr_array_add(known, (gpointer) * (const char *const *)*types);
    set_unknown(what, name, known, error);
}

/* The type behind each index that nodes have for it; NULL where no node has it. The caller's. */
static const EntNodeType **used_types(const EntDossier *dossier, guint length)
{
    const EntNodeType **used = g_new0(const EntNodeType *, length + 1);

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++) {
        const EntNode *node = ent_dossier_node(dossier, i);

        if (!used[node->type])
            used[node->type] = ent_dossier_node_type(dossier, node);
    }
    return used;
}

static bool find_node_types(EntNames *names, const EntDossier *dossier, const char *const *wanted,
                            GError **error)
{
    guint length = ent_dossier_facts(dossier)->node_types->len;
    g_autofree const EntNodeType **types = ent_schema_node_types(ent_dossier_schema(dossier));
    g_autofree const EntNodeType **used = used_types(dossier, length);

    names->types = g_new0(bool, length + 1);
    for (; *wanted; wanted++) {
        const EntNodeType *type = find_type((gconstpointer const *)types, *wanted);

        if (!type) {
            unknown_type("node type", *wanted, (gconstpointer const *)types, error);
            return false;
        }
        for (guint i = 0; i < length; i++)
            names->types[i] = names->types[i] || (used[i] && ent_node_type_is(used[i], type));
    }
    return true;
}

static bool find_relations(EntNames *names, const EntDossier *dossier, const char *const *wanted,
                           GError **error)
{
    g_autofree const EntEdgeType **types = ent_schema_edge_types(ent_dossier_schema(dossier));
    const GPtrArray *used = ent_dossier_facts(dossier)->edge_types;

    names->relations = g_new0(bool, used->len + 1);
    for (; *wanted; wanted++) {
        if (!find_type((gconstpointer const *)types, *wanted)) {
            unknown_type("relation", *wanted, (gconstpointer const *)types, error);
            return false;
        }
        for (guint i = 0; i < used->len; i++)
            names->relations[i] = names->relations[i] || !strcmp(used->pdata[i], *wanted);
    }
    return true;
}

static bool find_sources(EntNames *names, const EntDossier *dossier, const char *const *wanted,
                         GError **error)
{
    guint32 length = ent_dossier_source_count(dossier);

    names->sources = g_new0(bool, (gsize)length + 1);
    for (; *wanted; wanted++) {
        guint32 source = ent_dossier_find_source(dossier, *wanted);

        if (source == ENT_NONE) {
            GPtrArray *known = g_ptr_array_new();

            for (guint32 i = 0; i < length; i++)
                g_ptr_array_add(known, (gpointer)ent_dossier_source(dossier, i)->id);
            set_unknown("source", *wanted, known, error);
            return false;
        }
        names->sources[source] = true;
    }
    return true;
}

/* The node that goes by that name or alias, as people type; ENT_NONE where none or several do. */
static guint32 find_by_name(const EntDossier *dossier, const char *name)
{
    guint32 found = ENT_NONE;

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++) {
        const EntNode *node = ent_dossier_node(dossier, i);
        EntTexts aliases = node->fact.details->aliases;
        bool fits = !g_ascii_strcasecmp(node->name, name);

        for (guint32 j = 0; j < aliases.length && !fits; j++)
            fits = !g_ascii_strcasecmp(aliases.items[j], name);
        if (fits && found != ENT_NONE)
            return ENT_NONE;
        if (fits)
            found = i;
    }
    return found;
}

static bool find_around(EntNames *names, const EntDossier *dossier, const char *id, GError **error)
{
    GPtrArray *known;
    guint32 named;

    names->around = ent_dossier_find_node(dossier, id);
    if (names->around != ENT_NONE)
        return true;
    named = find_by_name(dossier, id);
    if (named != ENT_NONE) {
        g_autofree char *brief = ent_text_brief(id, 60);
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown node '%s': did you mean '%s'?",
                    brief, ent_dossier_node(dossier, named)->id);
        return false;
    }
    known = g_ptr_array_new();
    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++)
        g_ptr_array_add(known, (gpointer)ent_dossier_node(dossier, i)->id);
    set_unknown("node", id, known, error);
    return false;
}

bool ent_names_find(EntNames *names, const EntDossier *dossier, const EntFilter *filter,
                    GError **error)
{
    *names = (EntNames){.around = ENT_NONE};
    if ((filter->types && !find_node_types(names, dossier, filter->types, error)) ||
        (filter->relations && !find_relations(names, dossier, filter->relations, error)) ||
        (filter->sources && !find_sources(names, dossier, filter->sources, error)) ||
        (filter->around && !find_around(names, dossier, filter->around, error))) {
        ent_names_clear(names);
        return false;
    }
    return true;
}

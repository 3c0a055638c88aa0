/* SPDX-License-Identifier: MIT */
#include "read/graphml.h"

#include "base/hash.h"

#include <string.h>

/* GraphML's words, by domain. */
static const char *const words[GRAPHML_DOMAINS] = {"node", "edge",  "hyperedge", "endpoint",
                                                   "port", "graph", "graphml"};

static void free_key(gpointer data)
{
    GraphmlKey *key = data;

    g_free(key->name);
    g_free(key->standard);
    g_free(key);
}

void graphml_keys_init(GraphmlKeys *keys)
{
    keys->own = false;
    keys->scratch = g_string_new(NULL);
    keys->all = g_ptr_array_new_with_free_func(free_key);
    keys->by_id = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, NULL);
    keys->by_name = g_hash_table_new(ent_text_hash, g_str_equal);
    for (guint i = 0; i < GRAPHML_DOMAINS; i++)
        keys->standard[i] = g_ptr_array_new();
}

void graphml_keys_clear(GraphmlKeys *keys)
{
    g_string_free(keys->scratch, TRUE);
    g_clear_pointer(&keys->all, g_ptr_array_unref);
    g_clear_pointer(&keys->by_id, g_hash_table_unref);
    g_clear_pointer(&keys->by_name, g_hash_table_unref);
    for (guint i = 0; i < GRAPHML_DOMAINS; i++)
        g_clear_pointer(&keys->standard[i], g_ptr_array_unref);
}

/* Types are GraphML's; those of other programs are read as text. */
static GraphmlType type_of(const char *type)
{
    static const char *const numbers[] = {"int", "integer", "long", "short", "float", "double"};

    if (!type)
        return GRAPHML_TEXT;
    if (g_ascii_strcasecmp(type, "boolean") == 0)
        return GRAPHML_BOOLEAN;
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (g_ascii_strcasecmp(type, numbers[i]) == 0)
            return GRAPHML_NUMBER;
    return GRAPHML_TEXT;
}

static GraphmlKey *add_key(GraphmlKeys *keys, const char *name, GraphmlType type)
{
    GraphmlKey *key = g_new0(GraphmlKey, 1);

    key->name = g_strdup(name);
    key->type = type;
    g_ptr_array_add(keys->all, key);
    return key;
}

/* A domain and an id as one text, until the next call. */
static const char *as_entry(GraphmlKeys *keys, GraphmlDomain domain, const char *id)
{
    g_string_assign(keys->scratch, words[domain]);
    g_string_append_c(keys->scratch, ' ');
    g_string_append(keys->scratch, id);
    return keys->scratch->str;
}

static bool enter(GraphmlKeys *keys, GraphmlDomain domain, const char *id, GraphmlKey *key)
{
    const char *entry = as_entry(keys, domain, id);

    if (g_hash_table_contains(keys->by_id, entry))
        return false;
    g_hash_table_insert(keys->by_id, g_strdup(entry), key);
    if (key->standard && *key->standard)
        g_ptr_array_add(keys->standard[domain], key);
    return true;
}

static bool is_word(const char *domain)
{
    for (guint i = 0; domain && i < GRAPHML_DOMAINS; i++)
        if (strcmp(domain, words[i]) == 0)
            return true;
    return false;
}

bool graphml_keys_add(GraphmlKeys *keys, const char *domain, const char *id, const char *name,
                      const char *type, const char *standard)
{
    GraphmlKey *key = add_key(keys, name, type_of(type));
    bool all = !is_word(domain), entered = false;

    key->standard = g_strdup(standard);
    for (guint i = 0; i < GRAPHML_DOMAINS; i++)
        if (all || strcmp(domain, words[i]) == 0)
            entered |= enter(keys, (GraphmlDomain)i, id, key);
    return entered;
}

GraphmlKey *graphml_keys_get(GraphmlKeys *keys, GraphmlDomain domain, const char *id)
{
    GraphmlKey *key = g_hash_table_lookup(keys->by_id, as_entry(keys, domain, id));

    for (guint i = 0; !key && i < GRAPHML_DOMAINS; i++)
        key = g_hash_table_lookup(keys->by_id, as_entry(keys, (GraphmlDomain)i, id));
    if (!key) {
        key = add_key(keys, id, GRAPHML_TEXT);
        enter(keys, domain, id, key);
    }
    return key;
}

GraphmlKey *graphml_keys_make(GraphmlKeys *keys, const char *name, GraphmlType type)
{
    GraphmlKey *key = g_hash_table_lookup(keys->by_name, name);

    if (!key) {
        key = add_key(keys, name, type);
        g_hash_table_insert(keys->by_name, key->name, key);
    }
    return key;
}

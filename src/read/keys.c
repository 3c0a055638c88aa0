/* SPDX-License-Identifier: MIT */
#include "read/keys.h"

#include <string.h>

#define BOTH (ENT_ON_NODE | ENT_ON_EDGE)

/* In the order of FACTS section 2, which is the order of the canonical layout. */
const EntKey ent_fact_keys[] = {
    {"entente", ENT_ON_HEAD, ENT_KEY_NUMBER, NULL},
    {"title", ENT_ON_HEAD, ENT_KEY_TEXT, NULL},
    {"description", ENT_ON_HEAD, ENT_KEY_TEXT, NULL},
    {"schema", ENT_ON_HEAD, ENT_KEY_TEXT, NULL},
    {"from", ENT_ON_EDGE, ENT_KEY_TEXT, ent_draft_end},
    {"type", BOTH, ENT_KEY_TEXT, ent_draft_type},
    {"to", ENT_ON_EDGE, ENT_KEY_TEXT, ent_draft_end},
    {"id", ENT_ON_EDGE, ENT_KEY_TEXT, ent_draft_edge_id},
    {"name", ENT_ON_NODE, ENT_KEY_TEXT, ent_draft_name},
    {"aliases", ENT_ON_NODE, ENT_KEY_TEXTS, ent_draft_texts},
    {"ids", ENT_ON_NODE, ENT_KEY_OBJECT, ent_draft_ids},
    {"title", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"publisher", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"author", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"url", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"published", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_date},
    {"retrieved", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_date},
    {"file", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"sha256", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"language", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"licence", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_source_text},
    {"reliability", ENT_ON_SOURCE, ENT_KEY_TEXT, ent_draft_reliability},
    {"date", BOTH, ENT_KEY_TEXT, ent_draft_date},
    {"start", BOTH, ENT_KEY_TEXT, ent_draft_date},
    {"end", BOTH, ENT_KEY_TEXT, ent_draft_date},
    {"by", BOTH, ENT_KEY_TEXT, ent_draft_date},
    {"amount", BOTH, ENT_KEY_OBJECT, ent_draft_amount},
    {"count", ENT_ON_NODE, ENT_KEY_NUMBER, ent_draft_count},
    {"weight", ENT_ON_EDGE, ENT_KEY_NUMBER, ent_draft_weight},
    {"status", BOTH, ENT_KEY_TEXT, ent_draft_status},
    {"confidence", BOTH, ENT_KEY_NUMBER, ent_draft_confidence},
    {"evidence", BOTH, ENT_KEY_EVIDENCE, ent_draft_evidence},
    {"same_as", ENT_ON_NODE, ENT_KEY_TEXTS, ent_draft_texts},
    {"not_same_as", ENT_ON_NODE, ENT_KEY_TEXTS, ent_draft_texts},
    {"note", BOTH, ENT_KEY_TEXT, ent_draft_note},
    {"properties", BOTH, ENT_KEY_OBJECT, ent_draft_properties},
    {NULL, 0, ENT_KEY_UNKNOWN, NULL},
};

const EntKey *ent_key_find(const char *name, EntKeyPlace place)
{
    for (const EntKey *key = ent_fact_keys; key->name; key++)
        if (*key->name == *name && key->places & place && strcmp(key->name, name) == 0)
            return key;
    return NULL;
}

EntKeyKind ent_key_kind(const char *name, EntKeyPlace place)
{
    const EntKey *key = ent_key_find(name, place);

    if (key)
        return key->kind;
    return g_str_has_prefix(name, "x-") ? ENT_KEY_FREE : ENT_KEY_UNKNOWN;
}

GPtrArray *ent_keys(EntKeyPlace place)
{
    GPtrArray *names = g_ptr_array_new();

    for (const EntKey *key = ent_fact_keys; key->name; key++)
        if (key->places & place)
            g_ptr_array_add(names, (gpointer)key->name);
    g_ptr_array_add(names, NULL);
    return names;
}

/* SPDX-License-Identifier: MIT */
#include "read/fact.h"

#include "base/json.h"
#include "base/lookup.h"
#include "base/text.h"
#include "read/keys.h"
#include "read/merge.h"

#include <string.h>

#define STEPS(...) ((const char *const[4]){__VA_ARGS__})

static void unknown_key(EntFactSource *from, const char *name, EntKeyPlace place)
{
    g_autoptr(GPtrArray) known = ent_keys(place);
    const char *near = ent_nearest((const char *const *)known->pdata, name);
    GString *pointer = g_string_new(NULL);

    ent_json_pointer_add(pointer, name);
    ent_fact_finding(from, "unknown-key", pointer->str, true,
                     near ? g_strdup_printf("did you mean \"%s\"?", near)
                          : g_strdup("your own keys begin with \"x-\""),
                     "unknown key \"%s\"", name);
    g_string_free(pointer, TRUE);
}

static void read_members(EntDraft *draft, const cJSON *object, EntKeyPlace place, const char *skip)
{
    ent_draft_check_keys(draft, object, NULL, NULL);
    for (const cJSON *member = object->child; member; member = member->next) {
        const EntKey *key = ent_key_find(member->string, place);

        if (skip && strcmp(member->string, skip) == 0)
            continue;
        if (key)
            key->read(draft, member);
        else if (g_str_has_prefix(member->string, "x-"))
            ent_draft_extra(
                draft, place == ENT_ON_SOURCE ? &draft->source->extras : &draft->details.extras,
                member, STEPS(member->string));
        else
            unknown_key(draft->from, member->string, place);
    }
    if (draft->details.extras.length)
        draft->has_details = true;
}

static bool is_good(EntFactSource *from, const char *id, const cJSON *object, const char *what)
{
    const char *why = id ? ent_text_not_id(id) : NULL;

    if (why)
        ent_fact_finding(from, "bad-id", "", true, NULL, "this is no id: %s", why);
    if (!cJSON_IsObject(object))
        ent_fact_finding(from, "wrong-type", "", false, NULL, "%s must be an object", what);
    return !why && cJSON_IsObject(object);
}

static void settle_details(EntDraft *draft, EntFact *fact)
{
    EntDetails *details;

    fact->details = &ent_no_details;
    if (!draft->has_details)
        return;
    details = ent_facts_alloc(draft->facts, sizeof *details);
    *details = draft->details;
    fact->details = details;
}

static void declared_twice(EntFactSource *from, const EntOrigin *before, const char *what,
                           const char *id)
{
    ent_fact_finding(from, "duplicate-key", "", true,
                     g_strdup_printf("first given in line %u", before->line),
                     "%s \"%s\" given twice", what, id);
}

void ent_fact_node(EntFactSource *from, const char *id, const cJSON *object)
{
    EntFacts *facts = from->reading->facts;
    EntNode node = {.fact = {.origin = from->origin, .confidence = 1}};
    EntDraft draft = {.from = from, .facts = facts, .fact = &node.fact, .node = &node};
    EntNode *known;
    guint32 index;

    if (!is_good(from, id, object, "a node"))
        return;
    read_members(&draft, object, ENT_ON_NODE, "node");
    if (!cJSON_GetObjectItemCaseSensitive(object, "type"))
        ent_fact_finding(from, "missing-key", "", true, NULL, "node \"%s\" has no \"type\"", id);
    node.type = draft.type ? ent_facts_node_type(facts, draft.type) : ENT_NONE;
    settle_details(&draft, &node.fact);
    index = ent_facts_node(facts, id); /* may move the array */
    known = ent_facts_get_node(facts, index);
    node.id = known->id;
    node.declared = true;
    if (!node.name)
        node.name = node.id;
    if (!known->declared)
        *known = node;
    else if (known->fact.origin.file == from->origin.file)
        declared_twice(from, &known->fact.origin, "node", id);
    else
        ent_merge_node(from, known, &node);
}

void ent_fact_source(EntFactSource *from, const char *id, const cJSON *object)
{
    EntFacts *facts = from->reading->facts;
    EntSource source = {.origin = from->origin, .declared = true};
    EntDraft draft = {.from = from, .facts = facts, .source = &source};
    EntSource *known;
    guint32 index;

    if (!is_good(from, id, object, "a source"))
        return;
    read_members(&draft, object, ENT_ON_SOURCE, "source");
    index = ent_facts_source(facts, id); /* may move the array */
    known = ent_facts_get_source(facts, index);
    source.id = known->id;
    if (!known->declared)
        *known = source;
    else if (known->origin.file == from->origin.file)
        declared_twice(from, &known->origin, "source", id);
    else
        ent_merge_source(from, known, &source);
}

static bool ends_complete(EntDraft *draft, const cJSON *object)
{
    static const char *const names[] = {"from", "type", "to"};
    bool complete = true;

    for (guint i = 0; i < 3; i++) {
        if (draft->ends[i])
            continue;
        complete = false;
        if (!cJSON_GetObjectItemCaseSensitive(object, names[i]))
            ent_fact_finding(draft->from, "missing-key", "", false, NULL, "an edge needs a \"%s\"",
                             names[i]);
    }
    return complete;
}

/* NDJSON gives from, type and to beside the object. */
static bool given_ends(EntDraft *draft, const char *const ends[3])
{
    static const char *const pointers[] = {"/from", "/type", "/to"};
    bool good = true;

    for (guint i = 0; i < 3; i++) {
        const char *why = i == 1 ? (*ends[i] ? NULL : "it is empty") : ent_text_not_id(ends[i]);

        draft->ends[i] = ends[i];
        if (!why)
            continue;
        ent_fact_finding(draft->from, "bad-id", pointers[i], false, NULL, "this is no %s: %s",
                         i == 1 ? "type" : "id", why);
        good = false;
    }
    return good;
}

/* The node at the edge's first end, 0, or the other one, 1. */
static guint32 end_node(const EntDraft *draft, guint end)
{
    const guint32 *known = draft->from->ends;

    return known && known[end] != ENT_NONE ? known[end]
                                           : ent_facts_node(draft->facts, draft->ends[2 * end]);
}

void ent_fact_edge(EntFactSource *from, const char *const ends[3], const cJSON *object)
{
    EntFacts *facts = from->reading->facts;
    EntEdge edge = {.fact = {.origin = from->origin, .confidence = 1}, .weight = 1};
    EntDraft draft = {.from = from, .facts = facts, .fact = &edge.fact, .edge = &edge};

    if (!is_good(from, NULL, object, "an edge"))
        return;
    if (ends && !given_ends(&draft, ends))
        return;
    read_members(&draft, object, ENT_ON_EDGE, ends ? "edge" : NULL);
    if (!ends_complete(&draft, object))
        return;
    edge.from = end_node(&draft, 0);
    edge.type = ent_facts_edge_type(facts, draft.ends[1]);
    edge.to = end_node(&draft, 1);
    settle_details(&draft, &edge.fact);
    g_array_append_val(facts->edges, edge);
}

static void read_version(EntDraft *draft, const cJSON *value)
{
    if (!ent_draft_is_number(value) || ent_draft_number(value) != 1)
        ent_draft_finding(draft, "format-version", STEPS("entente"), NULL,
                          "\"entente\" must be 1, the only version of the format");
}

static void read_schema_name(EntDraft *draft, const cJSON *value)
{
    EntFacts *facts = draft->facts;
    const char *name = ent_draft_text(draft, value, STEPS("schema"), false);

    if (!name)
        return;
    if (facts->schema && !g_str_equal(facts->schema, name)) {
        ent_draft_finding(
            draft, "schema-conflict", STEPS("schema"),
            g_strdup_printf("another file says \"%s\"; --schema overrides both", facts->schema),
            "files of one dossier must name the same schema");
        return;
    }
    if (!facts->schema)
        facts->schema_origin = draft->from->origin;
    facts->schema = name;
}

/* What the first of several files says stands. */
static void read_head_text(EntDraft *draft, const cJSON *value, const char **place)
{
    const char *text = ent_draft_text(draft, value, STEPS(value->string), true);

    if (text && !*place)
        *place = text;
}

/* The text that a free value is taken from is the member itself, or the object it is in. */
static const char *free_value(EntDraft *draft, const char *key, const cJSON *value)
{
    bool is_member = draft->from->text && *draft->from->text == '"';

    return ent_draft_json(draft, value, STEPS(is_member ? NULL : key));
}

void ent_fact_head(EntFactSource *from, const char *key, const cJSON *value)
{
    EntDraft draft = {.from = from, .facts = from->reading->facts};

    if (g_str_equal(key, "entente"))
        read_version(&draft, value);
    else if (g_str_equal(key, "title"))
        read_head_text(&draft, value, &draft.facts->title);
    else if (g_str_equal(key, "description"))
        read_head_text(&draft, value, &draft.facts->description);
    else if (g_str_equal(key, "schema"))
        read_schema_name(&draft, value);
    else if (g_str_equal(key, "$schema") || g_str_has_prefix(key, "x-"))
        ent_facts_add_extra(draft.facts, key, free_value(&draft, key, value));
    else
        unknown_key(from, key, ENT_ON_HEAD);
}

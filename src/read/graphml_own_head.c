/* SPDX-License-Identifier: MIT */
/* What a file that this program wrote says of itself and of its sources. */
#include "read/graphml_json.h"

#include <string.h>

/* A graph's keys that are named so tell which measures nodes, or edges, have. */
static bool is_measure(const char *name)
{
    return g_str_has_prefix(name, GRAPHML_NODE_MEASURE) ||
           g_str_has_prefix(name, GRAPHML_EDGE_MEASURE);
}

void graphml_own_key(Graphml *graphml, const char *name)
{
    if (strcmp(name, "entente") == 0)
        graphml->keys.own = true;
    if (is_measure(name))
        g_hash_table_add(graphml->measures, g_strdup(name));
}

static void read_version(Graphml *graphml, const GraphmlThing *thing, const char *text)
{
    g_autofree char *number = graphml_number(text);

    graphml_head(graphml, thing, "entente",
                 number ? cJSON_CreateRaw(number) : cJSON_CreateString(text));
}

static void read_head_extras(Graphml *graphml, const GraphmlThing *thing, const char *text)
{
    EntFactSource from = {
        .reading = graphml->reading, .origin = thing->origin, .text = text, .length = strlen(text)};
    const cJSON *object;

    if (!graphml_check_json(graphml, thing, "head_extras", text, '{'))
        return;
    object = ent_decode(graphml->decoder, text, from.length);
    for (const cJSON *member = object->child; member; member = member->next)
        ent_fact_head(&from, member->string, member);
}

static void read_sources(Graphml *graphml, const GraphmlThing *thing, const char *name,
                         const char *text)
{
    GraphmlMembers members = {.text = text, .length = strlen(text)};

    if (!graphml_check_json(graphml, thing, name, text, '{'))
        return;
    while (graphml_next_member(&members)) {
        EntFactSource from = {.reading = graphml->reading,
                              .origin = thing->origin,
                              .text = members.member,
                              .length = members.member_length};
        g_autofree char *id = graphml_member_name(&members);

        ent_fact_source(&from, id,
                        ent_decode(graphml->decoder, members.member + members.value,
                                   members.member_length - members.value));
    }
}

void graphml_own_head(Graphml *graphml, const GraphmlThing *thing, GraphmlKey *key,
                      const char *text)
{
    static const char *const texts[] = {"title", "description", "schema", NULL};
    const char *name = key->name;

    if (g_strv_contains(texts, name))
        graphml_head(graphml, thing, name, cJSON_CreateString(text));
    else if (strcmp(name, "entente") == 0)
        read_version(graphml, thing, text);
    else if (strcmp(name, "head_extras") == 0)
        read_head_extras(graphml, thing, text);
    else if (g_str_has_prefix(name, "sources"))
        read_sources(graphml, thing, name, text);
    else if (!is_measure(name) && strcmp(name, "id") != 0) { /* added by another program */
        g_autofree char *extra = g_strconcat("x-", name, NULL);

        graphml_head(graphml, thing, extra, cJSON_CreateString(text));
    }
}

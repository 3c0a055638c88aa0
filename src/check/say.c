/* SPDX-License-Identifier: MIT */
#include "check/say.h"

#include "base/lookup.h"
#include "base/text.h"

#include <string.h>

#define NAME_MOST   60       /* code points of a name in a message */
#define LOOKED_MOST 10000000 /* names compared for the hints of one check */

void ent_each_fact(const EntChecking *checking, void (*visit)(const EntFact *fact, gpointer data),
                   gpointer data)
{
    const EntFacts *facts = checking->facts;

    for (guint32 i = 0; i < facts->nodes->len; i++)
        if (ent_facts_get_node(facts, i)->declared)
            visit(&ent_facts_get_node(facts, i)->fact, data);
    for (guint32 i = 0; i < facts->edges->len; i++)
        visit(&ent_facts_get_edge(facts, i)->fact, data);
}

void ent_say(EntChecking *checking, const EntAbout *about, char *hint, char *message)
{
    const char *number = strstr(about->pointer, "%u");
    GString *pointer = g_string_new(about->pointer);

    if (number) {
        g_string_truncate(pointer, (gsize)(number - about->pointer));
        g_string_append_printf(pointer, "%u%s", about->number, number + 2);
    }
    ent_facts_finding(checking->facts, checking->report, about->severity, about->code,
                      about->origin, pointer->str, about->key, hint, "%s", message);
    g_string_free(pointer, TRUE);
    g_free(message);
}

char *ent_say_name(const char *text)
{
    g_autofree char *brief = ent_text_brief(text, NAME_MOST);

    return g_strdup_printf("\"%s\"", brief);
}

char *ent_say_place(const EntChecking *checking, const EntOrigin *origin, const EntOrigin *here)
{
    if (origin->file == here->file)
        return g_strdup_printf("line %u", origin->line);
    return g_strdup_printf("line %u of %s", origin->line,
                           ent_input_name(ent_facts_file(checking->facts, origin->file)->input));
}

char *ent_names_hint(EntNames *names, const char *wanted)
{
    g_autofree char *name = NULL;
    const char *near;

    if (!names->names || names->asked >= ENT_HINTS_MOST ||
        (names->asked > 0 && names->looked + names->names->len > LOOKED_MOST))
        return NULL;
    names->asked++;
    names->looked += names->names->len;
    near = ent_nearest((const char *const *)names->names->pdata, wanted);
    if (!near)
        return NULL;
    name = ent_say_name(near);
    return g_strdup_printf("did you mean %s?", name);
}

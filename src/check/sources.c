/* SPDX-License-Identifier: MIT */
/* Every source that evidence names is declared, and every source declared is used. */
#include "check/registry.h"
#include "check/say.h"

#include <string.h>

typedef struct {
    EntChecking *checking;
    GByteArray *used; /* by source */
    EntNames ids;     /* of the declared sources; made at the first finding */
} Sources;

static void collect_ids(Sources *sources)
{
    const EntFacts *facts = sources->checking->facts;

    if (sources->ids.names)
        return;
    sources->ids.names = g_ptr_array_new();
    for (guint32 i = 0; i < facts->sources->len; i++)
        if (ent_facts_get_source(facts, i)->declared)
            g_ptr_array_add(sources->ids.names, (gpointer)ent_facts_get_source(facts, i)->id);
    g_ptr_array_add(sources->ids.names, NULL);
}

static void unknown(Sources *sources, const EntFact *fact, guint32 evidence, const char *id)
{
    EntEvidencePlace place = ent_facts_evidence_place(sources->checking->facts, fact, evidence);
    EntAbout about = {ENT_SEVERITY_ERROR,    "unknown-source", &place.origin,
                      "/evidence/%u/source", place.item,       false};
    g_autofree char *name = ent_say_name(id);

    collect_ids(sources);
    ent_say(sources->checking, &about, ent_names_hint(&sources->ids, id),
            g_strdup_printf("unknown source %s", name));
}

static void check_fact(const EntFact *fact, gpointer data)
{
    Sources *sources = data;
    const EntFacts *facts = sources->checking->facts;

    for (guint32 i = 0; i < fact->evidence_length; i++) {
        guint32 index = ent_facts_get_evidence(facts, fact->evidence + i)->source;
        const EntSource *source = ent_facts_get_source(facts, index);

        sources->used->data[index] = 1;
        if (!source->declared)
            unknown(sources, fact, fact->evidence + i, source->id);
    }
}

static void unused(EntChecking *checking, const EntSource *source)
{
    EntAbout about = {ENT_SEVERITY_WARNING, "unused-source", &source->origin, "", 0, true};
    g_autofree char *name = ent_say_name(source->id);

    ent_say(checking, &about, NULL, g_strdup_printf("no evidence names source %s", name));
}

static void run(EntChecking *checking)
{
    const EntFacts *facts = checking->facts;
    Sources sources = {.checking = checking, .used = g_byte_array_new()};

    g_byte_array_set_size(sources.used, facts->sources->len + 1);
    memset(sources.used->data, 0, sources.used->len);
    ent_each_fact(checking, check_fact, &sources);
    for (guint32 i = 0; i < facts->sources->len; i++)
        if (ent_facts_get_source(facts, i)->declared && !sources.used->data[i])
            unused(checking, ent_facts_get_source(facts, i));
    g_byte_array_unref(sources.used);
    g_clear_pointer(&sources.ids.names, g_ptr_array_unref);
}

const EntCheck ent_check_sources = {
    .name = "sources",
    .summary = "every source that evidence names is declared, and every source is used",
    .codes = (const char *const[]){"unknown-source", "unused-source", NULL},
    .run = run,
};

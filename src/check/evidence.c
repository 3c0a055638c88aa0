/* SPDX-License-Identifier: MIT */
/*
 * Facts have evidence, in a dossier that has sources. What asserts something is an edge, or a node
 * that is not just there: with a status, an amount, a count or a date. One warning with their
 * number, at the first: facts in the making would drown everything else.
 */
#include "check/registry.h"
#include "check/say.h"

typedef struct {
    guint64 edges, nodes; /* without evidence */
    const EntOrigin *first;
} Missing;

static bool asserts(const EntFact *fact)
{
    const EntDetails *details = fact->details;

    return fact->status != ENT_STATUS_ACTUAL || details->amount.value || details->has_count ||
           details->date || details->start || details->end || details->by;
}

static void count_facts(const EntFacts *facts, Missing *missing)
{
    for (guint32 i = 0; i < facts->nodes->len; i++) {
        const EntNode *node = ent_facts_get_node(facts, i);

        if (!node->declared || node->fact.evidence_length || !asserts(&node->fact))
            continue;
        if (!missing->first)
            missing->first = &node->fact.origin;
        missing->nodes++;
    }
    for (guint32 i = 0; i < facts->edges->len; i++) {
        const EntEdge *edge = ent_facts_get_edge(facts, i);

        if (edge->fact.evidence_length)
            continue;
        if (!missing->first)
            missing->first = &edge->fact.origin;
        missing->edges++;
    }
}

static void say_count(GString *text, guint64 count, const char *noun)
{
    if (count)
        g_string_append_printf(text, "%s%" G_GUINT64_FORMAT " %s%s", text->len ? " and " : "",
                               count, noun, count == 1 ? "" : "s");
}

static void run(EntChecking *checking)
{
    Missing missing = {0};
    EntAbout about = {ENT_SEVERITY_WARNING, "missing-evidence", NULL, "", 0, false};
    GString *text;

    if (checking->facts->sources->len == 0)
        return;
    count_facts(checking->facts, &missing);
    if (!missing.first)
        return;
    text = g_string_new(NULL);
    say_count(text, missing.edges, "edge");
    say_count(text, missing.nodes, "node");
    g_string_append_printf(text, " %s no evidence",
                           missing.edges + missing.nodes == 1 ? "has" : "have");
    about.origin = missing.first;
    about.key = missing.nodes > 0; /* nodes come first */
    ent_say(checking, &about,
            missing.edges + missing.nodes == 1 ? NULL : g_strdup("this is the first"),
            g_string_free(text, FALSE));
}

const EntCheck ent_check_evidence = {
    .name = "evidence",
    .summary = "edges, and nodes that assert something, have evidence",
    .codes = (const char *const[]){"missing-evidence", NULL},
    .run = run,
};

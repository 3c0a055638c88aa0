/* SPDX-License-Identifier: MIT */
/*
 * Judgements on which nodes are one do not contradict each other: what same_as joins, directly or
 * through others, no not_same_as parts. The joined nodes are found as disjoint sets, with path
 * halving (Tarjan and van Leeuwen, J. ACM 31, 1984), so the cost is about linear.
 */
#include "check/registry.h"
#include "check/say.h"

typedef struct {
    EntChecking *checking;
    guint32 *parents; /* by node */
    guint conflicts;
} Sets;

static guint32 root(const Sets *sets, guint32 node)
{
    guint32 *parents = sets->parents;

    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

static void itself(Sets *sets, const EntNode *node, const char *key, const char *pointer,
                   guint32 number)
{
    EntAbout about = {
        ENT_SEVERITY_ERROR, "same-as-itself", &node->fact.origin, pointer, number, false};
    g_autofree char *name = ent_say_name(node->id);

    ent_say(sets->checking, &about, NULL,
            g_strdup_printf("node %s names itself in \"%s\"", name, key));
}

static void join_all(Sets *sets, guint32 index)
{
    const EntFacts *facts = sets->checking->facts;
    const EntNode *node = ent_facts_get_node(facts, index);
    const EntTexts *same = &node->fact.details->same_as;

    for (guint32 i = 0; i < same->length; i++) {
        guint32 other = ent_facts_find_node(facts, same->items[i]);

        if (other == index)
            itself(sets, node, "same_as", "/same_as/%u", i);
        else if (other != ENT_NONE)
            sets->parents[root(sets, other)] = root(sets, index);
    }
}

static bool names(const EntNode *node, const char *id)
{
    const EntTexts *same = &node->fact.details->same_as;

    for (guint32 i = 0; i < same->length; i++)
        if (g_str_equal(same->items[i], id))
            return true;
    return false;
}

static void conflict(Sets *sets, const EntNode *node, const EntNode *other, guint32 number)
{
    EntAbout about = {ENT_SEVERITY_ERROR,
                      "same-as-conflict",
                      &node->fact.origin,
                      "/not_same_as/%u",
                      number,
                      false};
    g_autofree char *one = ent_say_name(node->id), *two = ent_say_name(other->id);
    bool hinted =
        sets->conflicts++ < ENT_HINTS_MOST && !names(node, other->id) && !names(other, node->id);

    ent_say(sets->checking, &about,
            hinted ? g_strdup("\"same_as\" joins them through other nodes") : NULL,
            g_strdup_printf("nodes %s and %s are said to be the same and not the same", one, two));
}

static void check_parted(Sets *sets, guint32 index)
{
    const EntFacts *facts = sets->checking->facts;
    const EntNode *node = ent_facts_get_node(facts, index);
    const EntTexts *parted = &node->fact.details->not_same_as;

    for (guint32 i = 0; i < parted->length; i++) {
        guint32 other = ent_facts_find_node(facts, parted->items[i]);

        if (other == index)
            itself(sets, node, "not_same_as", "/not_same_as/%u", i);
        else if (other != ENT_NONE && root(sets, other) == root(sets, index))
            conflict(sets, node, ent_facts_get_node(facts, other), i);
    }
}

static void run(EntChecking *checking)
{
    guint32 length = checking->facts->nodes->len;
    Sets sets = {checking, g_new(guint32, (gsize)length + 1), 0};

    for (guint32 i = 0; i < length; i++)
        sets.parents[i] = i;
    for (guint32 i = 0; i < length; i++)
        join_all(&sets, i);
    for (guint32 i = 0; i < length; i++)
        check_parted(&sets, i);
    g_free(sets.parents);
}

const EntCheck ent_check_same_as = {
    .name = "same-as",
    .summary = "no two nodes are said to be the same and not the same",
    .codes = (const char *const[]){"same-as-conflict", "same-as-itself", NULL},
    .run = run,
};

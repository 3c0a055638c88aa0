/* SPDX-License-Identifier: MIT */
#include <entente/project.h>

#include "base/text.h"
#include "model/dossier_new.h"
#include "view/filter.h"
#include "view/project_ties.h"
#include "view/view_data.h"

#define MOST_TIES   5000000u
#define MOST_QUOTES 20000000u

/* Of all edges to a shared node. */
static guint64 count_quotes(const EntDossier *dossier, const EntMemberships *members,
                            guint32 shared)
{
    guint64 quotes = 0;

    for (guint32 i = members->starts[shared]; i < members->starts[shared + 1]; i++) {
        const EntMembership *item = &members->items[i];

        for (guint32 j = 0; j < item->length; j++)
            quotes +=
                ent_dossier_edge(dossier, members->edges[item->links + j])->fact.evidence_length;
    }
    return quotes;
}

static void set_too_large(const EntNode *node, guint32 parties, guint64 ties, guint64 quotes,
                          GError **error)
{
    g_autofree char *name = ent_text_brief(node->id, 60);

    g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE,
                "a projection of up to %" G_GUINT64_FORMAT " ties with %" G_GUINT64_FORMAT
                " quotes is too large (the most are %u and %u): '%s' alone has %u parties, and k "
                "parties make k(k-1)/2 ties; filters on relations, dates or sources leave fewer",
                ties, quotes, MOST_TIES, MOST_QUOTES, name, parties);
}

/* A node of k parties makes k(k-1)/2 ties, and each quote there stands at k-1 of them. */
static bool check_size(const EntDossier *dossier, const EntMemberships *members, GError **error)
{
    guint64 ties = 0, quotes = 0;
    guint32 largest = 0;

    for (guint32 i = 0; i < members->nodes_length; i++) {
        guint64 parties = ent_parties(members, i);

        if (parties < 2)
            continue;
        ties += parties * (parties - 1) / 2;
        quotes += (parties - 1) * count_quotes(dossier, members, i);
        if (parties > ent_parties(members, largest))
            largest = i;
    }
    if (ties <= MOST_TIES && quotes <= MOST_QUOTES)
        return true;
    set_too_large(ent_dossier_node(dossier, members->nodes[largest]), ent_parties(members, largest),
                  ties, quotes, error);
    return false;
}

static void copy_head(EntFacts *facts, const EntFacts *whole, const char *words)
{
    g_autofree char *title =
        whole->title ? g_strdup_printf("%s, %s", whole->title, words) : g_strdup(words);

    facts->title = ent_facts_text(facts, title);
    facts->description = whole->description;
    facts->schema = whole->schema;
    facts->extras = whole->extras;
    for (guint32 i = 0; i < whole->sources->len; i++) {
        const EntSource *source = ent_facts_get_source(whole, i);
        guint32 made = ent_facts_source(facts, source->id);

        *ent_facts_get_source(facts, made) = *source;
    }
    for (guint i = 0; i < whole->node_types->len; i++) /* the types keep their numbers */
        ent_facts_node_type(facts, whole->node_types->pdata[i]);
}

/* The new index of each of the dossier's nodes, where it has one; the caller's. */
static guint32 *copy_nodes(EntFacts *facts, const EntView *view, const bool *is_via)
{
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 length;
    const guint32 *nodes = ent_view_nodes(view, &length);
    guint32 *made = g_new(guint32, (gsize)ent_dossier_node_count(dossier) + 1);

    for (guint32 i = 0; i < length; i++) {
        const EntNode *node = ent_dossier_node(dossier, nodes[i]);
        EntNode *copy;

        if (is_via[nodes[i]])
            continue;
        made[nodes[i]] = ent_facts_node(facts, node->id);
        copy = ent_facts_get_node(facts, made[nodes[i]]);
        *copy = *node;
        copy->fact.evidence = facts->evidence->len;
        for (guint32 j = 0; j < node->fact.evidence_length; j++)
            ent_projected_evidence(facts, dossier, node->fact.evidence + j);
    }
    return made;
}

static EntDerivation describe(const EntView *view, const EntProjection *how)
{
    bool newman = how->weight == ENT_PROJECT_NEWMAN;
    g_autofree char *types = g_strjoinv(", ", (char **)how->via);
    GPtrArray *filters = g_ptr_array_new();

    g_ptr_array_add(filters, ent_filter_text("project=via ", how->via));
    if (newman)
        g_ptr_array_add(filters, g_strdup("project-weight=newman"));
    for (const char *const *filter = ent_view_filters(view); *filter; filter++)
        g_ptr_array_add(filters, g_strdup(*filter));
    g_ptr_array_add(filters, NULL);
    return (EntDerivation){
        g_strdup_printf("projected via %s%s", types, newman ? " with Newman's weights" : ""),
        (char **)g_ptr_array_free(filters, FALSE)};
}

/* Which of the dossier's nodes are of the via types; NULL and an error where one is unknown. */
static bool *find_via(const EntDossier *dossier, const EntProjection *how, GError **error)
{
    EntFilter filter = {.types = how->via};
    guint32 length = ent_dossier_node_count(dossier);
    EntNames names;
    bool *is_via;

    if (!how->via || !how->via[0]) {
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_USAGE, "a projection wants a node type");
        return NULL;
    }
    if (!ent_names_find(&names, dossier, &filter, error))
        return NULL;
    is_via = g_new(bool, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        is_via[i] = names.types[ent_dossier_node(dossier, i)->type];
    ent_names_clear(&names);
    return is_via;
}

EntDossier *ent_dossier_project(const EntView *view, const EntProjection *how, GError **error)
{
    const EntDossier *dossier = ent_view_dossier(view);
    g_autofree bool *is_via = find_via(dossier, how, error);
    g_autofree guint32 *made = NULL;
    g_auto(EntMemberships) members = {0};
    EntDerivation derivation;
    EntFacts *facts;

    if (!is_via)
        return NULL;
    ent_memberships_init(&members, view, is_via);
    if (!check_size(dossier, &members, error))
        return NULL;
    facts = ent_facts_new();
    derivation = describe(view, how);
    copy_head(facts, ent_dossier_facts(dossier), derivation.words);
    made = copy_nodes(facts, view, is_via);
    ent_projected_ties(&(EntProjected){dossier, &members, facts, made, how->weight});
    return ent_dossier_derive(dossier, facts, derivation);
}

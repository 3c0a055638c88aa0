/* SPDX-License-Identifier: MIT */
/*
 * One-mode projection of a two-mode graph onto the parties, row by row: a party's ties to those
 * after it are listed from the nodes it has, sorted by the other party, and joined.
 *
 *   count    w(a, b) = number of shared nodes
 *   newman   w(a, b) = sum over the shared nodes of 1 / (k - 1), k >= 2 being a node's parties;
 *            what a party shares with others then adds up to the number of nodes it shares
 *
 * Reference: M. E. J. Newman, "Scientific collaboration networks. II", Phys. Rev. E 64, 016132
 * (2001), eq. 2. Cost: the sum of k^2 over the shared nodes, times a logarithm, in time; memory for
 * the ties that come of it, and their quotes.
 *
 * Terms of a sum are added by ascending k: the same facts in another order have the same weights.
 */
#include "view/project_ties.h"

#include "base/hash.h"
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const EntProjected *projected;
    const EntDossier *dossier;
    const EntMemberships *members;
    EntFacts *facts;
    guint32 *rows;       /* memberships by party, each party's in the order of the shared nodes */
    guint32 *starts;     /* of each of the dossier's nodes in rows; one more closes the last */
    guint32 *same;       /* by evidence: the first that says the same */
    GHashTable *details; /* JSON of the ids -> EntDetails of facts, to share it among ties */
} Work;

void ent_projected_evidence(EntFacts *facts, const EntDossier *dossier, guint32 evidence)
{
    g_array_append_vals(facts->evidence, ent_dossier_evidence(dossier, evidence), 1);
}

/* A node that a party shares with another. */
typedef struct {
    guint32 other;   /* party; the dossier's node */
    guint32 parties; /* of the shared node */
    const EntMembership *mine, *theirs;
} Share;

/* Of a tie those of fewest parties first. */
static int compare_shares(const void *left, const void *right)
{
    const Share *a = left, *b = right;

    if (a->other != b->other)
        return a->other < b->other ? -1 : 1;
    if (a->parties != b->parties)
        return a->parties < b->parties ? -1 : 1;
    return a->mine->shared < b->mine->shared ? -1 : a->mine->shared > b->mine->shared;
}

/* Counting sort of the memberships by party. */
static void build_rows(Work *work)
{
    const EntMemberships *members = work->members;
    guint32 nodes = ent_dossier_node_count(work->dossier);
    guint32 *starts = g_new0(guint32, (gsize)nodes + 2);

    work->rows = g_new(guint32, (gsize)members->length + 1);
    for (guint32 i = 0; i < members->length; i++)
        starts[members->items[i].party + 2]++;
    for (guint32 i = 2; i < nodes + 2; i++)
        starts[i] += starts[i - 1];
    for (guint32 i = 0; i < members->length; i++)
        work->rows[starts[members->items[i].party + 1]++] = i;
    work->starts = starts;
}

static gint compare_evidence(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntDossier *dossier = data;
    const EntEvidence *a = ent_dossier_evidence(dossier, *(const guint32 *)left);
    const EntEvidence *b = ent_dossier_evidence(dossier, *(const guint32 *)right);
    int texts;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    texts = g_strcmp0(a->quote, b->quote);
    return texts ? texts : g_strcmp0(a->details->page, b->details->page);
}

/* Quotes that say the same, by one sort of all; g_qsort_with_data() keeps the order of equals. */
static void find_same(Work *work)
{
    guint32 length = ent_dossier_evidence_count(work->dossier);
    g_autofree guint32 *order = g_new(guint32, (gsize)length + 1);

    work->same = g_new(guint32, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)length, sizeof *order, compare_evidence,
                      (gpointer)work->dossier);
    for (guint32 i = 0; i < length; i++) {
        bool again =
            i > 0 && compare_evidence(&order[i - 1], &order[i], (gpointer)work->dossier) == 0;

        work->same[order[i]] = again ? work->same[order[i - 1]] : order[i];
    }
}

/* Sorted by what they say, then in the order of the facts. */
typedef struct {
    guint32 same, evidence;
} Quote;

static gint compare_quotes(gconstpointer left, gconstpointer right)
{
    const Quote *a = left, *b = right;

    if (a->same != b->same)
        return a->same < b->same ? -1 : 1;
    return a->evidence < b->evidence ? -1 : a->evidence > b->evidence;
}

static void collect_quotes(const Work *work, const EntMembership *membership, GArray *quotes)
{
    for (guint32 i = 0; i < membership->length; i++) {
        guint32 edge = work->members->edges[membership->links + i];
        const EntFact *fact = &ent_dossier_edge(work->dossier, edge)->fact;

        for (guint32 j = 0; j < fact->evidence_length; j++) {
            Quote quote = {work->same[fact->evidence + j], fact->evidence + j};

            g_array_append_val(quotes, quote);
        }
    }
}

static void add_evidence(Work *work, EntFact *fact, const Share *shares, guint length)
{
    g_autoptr(GArray) quotes = g_array_new(FALSE, FALSE, sizeof(Quote));

    for (guint i = 0; i < length; i++) {
        collect_quotes(work, shares[i].mine, quotes);
        collect_quotes(work, shares[i].theirs, quotes);
    }
    g_array_sort(quotes, compare_quotes);
    fact->evidence = work->facts->evidence->len;
    for (guint i = 0; i < quotes->len; i++) {
        const Quote *quote = &g_array_index(quotes, Quote, i);

        if (i == 0 || quote->same != quote[-1].same)
            ent_projected_evidence(work->facts, work->dossier, quote->evidence);
    }
    fact->evidence_length = work->facts->evidence->len - fact->evidence;
}

static const EntNode *shared_node(const Work *work, const Share *share)
{
    return ent_dossier_node(work->dossier, work->members->nodes[share->mine->shared]);
}

/* ["a","b"] of the ids or the names of what is shared. */
static char *list_shared(const Work *work, const Share *shares, guint length, bool names)
{
    GString *json = g_string_new(NULL);

    for (guint i = 0; i < length; i++) {
        const EntNode *node = shared_node(work, &shares[i]);

        g_string_append_c(json, i ? ',' : '[');
        ent_json_quote(json, names ? node->name : node->id);
    }
    g_string_append_c(json, ']');
    return g_string_free(json, FALSE);
}

static const EntDetails *make_details(Work *work, const Share *shares, guint length)
{
    g_autofree char *ids = list_shared(work, shares, length, false), *names = NULL;
    EntDetails *details = g_hash_table_lookup(work->details, ids);
    EntProperty *properties;

    if (details)
        return details;
    names = list_shared(work, shares, length, true);
    details = ent_facts_alloc(work->facts, sizeof *details);
    properties = ent_facts_alloc(work->facts, 2 * sizeof *properties);
    properties[0] = (EntProperty){ENT_VIA_KEY, ent_facts_text(work->facts, ids)};
    properties[1] = (EntProperty){ENT_THROUGH_KEY, ent_facts_text(work->facts, names)};
    details->properties = (EntProperties){properties, 2};
    g_hash_table_insert(work->details, (gpointer)properties[0].json, details);
    return details;
}

static EntFirmness find_firmest(const Work *work, const Share *shares, guint length)
{
    EntFirmness firmest = {ENT_STATUS_COUNT, 0};

    for (guint i = 0; i < length; i++) {
        const EntFact *fact = &shared_node(work, &shares[i])->fact;
        EntFirmness edges = ent_firmness_both(shares[i].mine->firmness, shares[i].theirs->firmness);
        EntFirmness all = ent_firmness_both((EntFirmness){fact->status, fact->confidence}, edges);

        if (ent_firmness_exceeds(all, firmest))
            firmest = all;
    }
    return firmest;
}

static void add_tie(Work *work, guint32 party, const Share *shares, guint length)
{
    EntEdge tie = {.weight = length,
                   .from = work->projected->made[party],
                   .to = work->projected->made[shares->other]};
    EntFirmness firmness = find_firmest(work, shares, length);
    double newman = 0;

    for (guint i = 0; i < length; i++)
        newman += 1.0 / (shares[i].parties - 1);
    if (work->projected->weight == ENT_PROJECT_NEWMAN)
        tie.weight = newman;
    if (strcmp(ent_facts_get_node(work->facts, tie.from)->id,
               ent_facts_get_node(work->facts, tie.to)->id) > 0) { /* its own id depends on it */
        guint32 from = tie.from;

        tie.from = tie.to;
        tie.to = from;
    }
    tie.type = ent_facts_edge_type(work->facts, ENT_EDGE_TYPE_SHARED);
    tie.fact.status = firmness.status;
    tie.fact.confidence = firmness.confidence;
    tie.fact.details = make_details(work, shares, length);
    add_evidence(work, &tie.fact, shares, length);
    g_array_append_val(work->facts->edges, tie);
}

/* All ties of a party to those after it. */
static void add_row(Work *work, guint32 party, GArray *shares)
{
    const EntMemberships *members = work->members;

    g_array_set_size(shares, 0);
    for (guint32 i = work->starts[party]; i < work->starts[party + 1]; i++) {
        guint32 mine = work->rows[i], shared = members->items[mine].shared;
        guint32 parties = ent_parties(members, shared);

        for (guint32 j = mine + 1; j < members->starts[shared + 1]; j++) {
            Share share = {members->items[j].party, parties, &members->items[mine],
                           &members->items[j]};

            g_array_append_val(shares, share);
        }
    }
    g_array_sort(shares, compare_shares);
    for (guint i = 0, end; i < shares->len; i = end) {
        const Share *first = &g_array_index(shares, Share, i);

        for (end = i + 1; end < shares->len; end++)
            if (g_array_index(shares, Share, end).other != first->other)
                break;
        add_tie(work, party, first, end - i);
    }
}

void ent_projected_ties(const EntProjected *projected)
{
    g_autoptr(GArray) shares = g_array_new(FALSE, FALSE, sizeof(Share));
    Work work = {.projected = projected,
                 .dossier = projected->dossier,
                 .members = projected->members,
                 .facts = projected->facts,
                 .details = g_hash_table_new(ent_text_hash, g_str_equal)};

    build_rows(&work);
    find_same(&work);
    for (guint32 i = 0; i < ent_dossier_node_count(work.dossier); i++)
        add_row(&work, i, shares);
    g_free(work.rows);
    g_free(work.starts);
    g_free(work.same);
    g_hash_table_destroy(work.details);
}

/* SPDX-License-Identifier: MIT */
#include "viewed.h"

/* Three MOUs: all four nations at the first, a and b at the second, b and c at the third, of whom c
 * twice; a fourth has one party, a fifth none. */
static const char mous[] =
    "{\"entente\": 1, \"schema\": \"open\"}\n"
    "{\"source\": \"s\", \"title\": \"S\"}\n"
    "{\"node\": \"m1\", \"type\": \"mou\", \"name\": \"One\"}\n"
    "{\"node\": \"a\", \"type\": \"nation\", \"evidence\": [{\"source\": \"s\", \"quote\": "
    "\"A\"}]}\n"
    "{\"node\": \"b\", \"type\": \"nation\"}\n"
    "{\"node\": \"c\", \"type\": \"nation\"}\n"
    "{\"node\": \"d\", \"type\": \"nation\"}\n"
    "{\"node\": \"m2\", \"type\": \"mou\", \"name\": \"Two\"}\n"
    "{\"node\": \"m3\", \"type\": \"mou\"}\n"
    "{\"node\": \"m4\", \"type\": \"mou\"}\n"
    "{\"node\": \"m5\", \"type\": \"mou\"}\n"
    "{\"edge\": [\"a\", \"signs\", \"m1\"], \"evidence\": [{\"source\": \"s\", \"quote\": \"q1\"},"
    " {\"source\": \"s\", \"quote\": \"all\"}]}\n"
    "{\"edge\": [\"b\", \"signs\", \"m1\"], \"evidence\": [{\"source\": \"s\", \"quote\": "
    "\"all\"}]}\n"
    "{\"edge\": [\"m1\", \"binds\", \"c\"]}\n"
    "{\"edge\": [\"d\", \"signs\", \"m1\"]}\n"
    "{\"edge\": [\"b\", \"signs\", \"m2\"], \"evidence\": [{\"source\": \"s\", \"quote\": "
    "\"q2\"}]}\n"
    "{\"edge\": [\"a\", \"signs\", \"m2\"], \"confidence\": 0.5}\n"
    "{\"edge\": [\"c\", \"signs\", \"m3\"], \"status\": \"planned\"}\n"
    "{\"edge\": [\"m3\", \"binds\", \"c\"], \"status\": \"alleged\"}\n"
    "{\"edge\": [\"b\", \"signs\", \"m3\"], \"confidence\": 0.5}\n"
    "{\"edge\": [\"d\", \"signs\", \"m4\"]}\n"
    "{\"edge\": [\"a\", \"meets\", \"d\"]}\n"
    "{\"edge\": [\"m1\", \"refers-to\", \"m2\"]}\n"
    "{\"edge\": [\"a\", \"meets\", \"a\"]}\n"
    "{\"edge\": [\"m2\", \"amends\", \"m2\"]}\n";

static const char *const via_mou[] = {"mou", NULL};

/* The projection of what the filter leaves; the view and what was read are given up at once. */
static EntDossier *project(const char *lines, const EntFilter *filter, EntProjectWeight weight)
{
    GError *error = NULL;
    g_autoptr(EntDossier) dossier = dossier_of(lines);
    g_autoptr(EntView) view = ent_view_new(dossier, filter, &error);
    EntDossier *projected =
        view ? ent_dossier_project(view, &(EntProjection){via_mou, weight}, &error) : NULL;

    assert_null(error);
    assert_non_null(projected);
    return projected;
}

/* "a-b 2" of each edge. */
static char *weights_text(const EntDossier *dossier)
{
    GString *text = g_string_new(NULL);

    for (guint32 i = 0; i < ent_dossier_edge_count(dossier); i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, i);

        g_string_append_printf(text, "%s%s-%s %.9g", i ? ", " : "",
                               ent_dossier_node(dossier, edge->from)->id,
                               ent_dossier_node(dossier, edge->to)->id, edge->weight);
    }
    return g_string_free(text, FALSE);
}

static void assert_weights(const EntDossier *dossier, const char *expected)
{
    g_autofree char *text = weights_text(dossier);

    assert_string_equal(text, expected);
}

/* The quotes of a fact, "q1 all". */
static void assert_quotes(const EntDossier *dossier, const EntFact *fact, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint32 i = 0; i < fact->evidence_length; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "",
                               ent_dossier_evidence(dossier, fact->evidence + i)->quote);
    assert_string_equal(text->str, expected);
}

static void counts_what_is_shared(void **state)
{
    (void)state;
    g_autoptr(EntDossier) dossier = project(mous, NULL, ENT_PROJECT_COUNT);

    assert_view(dossier, NULL, "a b c d | a-b a-c a-d b-c b-d c-d");
    assert_weights(dossier, "a-b 2, a-c 1, a-d 1, b-c 2, b-d 1, c-d 1");
    assert_string_equal(ent_dossier_edge_type(dossier, ent_dossier_edge(dossier, 0))->name,
                        ENT_EDGE_TYPE_SHARED);
    assert_true(ent_dossier_edge_type(dossier, ent_dossier_edge(dossier, 0))->symmetric);
}

/* m1 has four parties: 1/3 each. */
static void weighs_by_newman(void **state)
{
    (void)state;
    g_autoptr(EntDossier) dossier = project(mous, NULL, ENT_PROJECT_NEWMAN);

    assert_weights(dossier, "a-b 1.33333333, a-c 0.333333333, a-d 0.333333333, b-c 1.33333333, "
                            "b-d 0.333333333, c-d 0.333333333");
}

static void remembers_nodes_and_quotes(void **state)
{
    (void)state;
    g_autoptr(EntDossier) dossier = project(mous, NULL, ENT_PROJECT_COUNT);
    const EntEdge *tie = ent_dossier_edge(dossier, 0);
    g_auto(GStrv) names = ent_edge_through(dossier, tie);
    g_autofree char *through = g_strjoinv(" ", names);
    EntProperties properties = tie->fact.details->properties;

    assert_string_equal(through, "Two One"); /* that of fewest parties first */
    assert_string_equal(properties.items[0].name, "via");
    assert_string_equal(properties.items[0].json, "[\"m2\",\"m1\"]");
    assert_quotes(dossier, &tie->fact, "q1 all q2");
    assert_quotes(dossier, &ent_dossier_node(dossier, 0)->fact, "A");
    assert_int_equal(ent_dossier_source_count(dossier), 1);
}

/* a-b: m1 is sure, m2 half. b-c: m1 is sure, though m3 is planned; without m1 it is m3's. */
static void is_as_firm_as_the_firmest(void **state)
{
    (void)state;
    const char *const signs[] = {"signs", NULL};
    g_autoptr(EntDossier) all = project(mous, NULL, ENT_PROJECT_COUNT);
    g_autoptr(EntDossier) some = project(mous, &(EntFilter){.relations = signs}, ENT_PROJECT_COUNT);
    const EntFact *sure = &ent_dossier_edge(all, 3)->fact;
    const EntFact *planned = &ent_dossier_edge(some, 2)->fact;

    assert_int_equal(sure->status, ENT_STATUS_ACTUAL);
    assert_float_equal(sure->confidence, 1, 0);
    assert_weights(some, "a-b 2, a-d 1, b-c 1, b-d 1");
    assert_int_equal(planned->status, ENT_STATUS_PLANNED);
    assert_float_equal(planned->confidence, 0.5, 0);
}

/* A shared node's own status and confidence count as well. */
static void is_as_firm_as_what_is_shared(void **state)
{
    (void)state;
    g_autoptr(EntDossier) dossier =
        project("{\"entente\": 1, \"schema\": \"open\"}\n"
                "{\"node\": \"m\", \"type\": \"mou\", \"status\": \"alleged\", "
                "\"confidence\": 0.5}\n"
                "{\"node\": \"a\", \"type\": \"nation\"}\n{\"node\": \"b\", \"type\": \"nation\"}\n"
                "{\"edge\": [\"a\", \"signs\", \"m\"], \"confidence\": 0.8}\n"
                "{\"edge\": [\"b\", \"signs\", \"m\"], \"status\": \"planned\"}\n",
                NULL, ENT_PROJECT_COUNT);
    const EntFact *fact = &ent_dossier_edge(dossier, 0)->fact;

    assert_int_equal(fact->status, ENT_STATUS_ALLEGED);
    assert_float_equal(fact->confidence, 0.4, 1e-15);
}

static void describes_itself(void **state)
{
    (void)state;
    const EntStatus actual = 1u << ENT_STATUS_ACTUAL;
    g_autoptr(EntDossier) dossier =
        project(mous, &(EntFilter){.statuses = actual}, ENT_PROJECT_NEWMAN);
    const char *const types[] = {"nation", NULL};
    g_autoptr(EntView) view = ent_view_new(dossier, &(EntFilter){.types = types}, NULL);
    g_autofree char *filters = g_strjoinv(" ", (char **)ent_view_filters(view));

    assert_string_equal(
        ent_view_describe(view),
        "4 nodes, 6 edges, projected via mou with Newman's weights, undirected, "
        "unweighted, parallel edges once for paths, loops dropped, denied left out");
    assert_string_equal(filters, "project=via mou project-weight=newman status=actual type=nation");
    assert_string_equal(ent_dossier_title(dossier), "projected via mou with Newman's weights");
}

static void projects_what_is_little(void **state)
{
    (void)state;
    static const char head[] = "{\"entente\": 1, \"schema\": \"open\"}\n"
                               "{\"node\": \"m\", \"type\": \"mou\"}\n";
    g_autofree char *one = g_strconcat(head,
                                       "{\"node\": \"a\", \"type\": \"nation\"}\n"
                                       "{\"edge\": [\"a\", \"signs\", \"m\"]}\n",
                                       NULL);
    g_autoptr(EntDossier) alone = project(head, NULL, ENT_PROJECT_COUNT);
    g_autoptr(EntDossier) single = project(one, NULL, ENT_PROJECT_NEWMAN);

    assert_view(alone, NULL, " |");
    assert_view(single, NULL, "a |");
}

/* Two components, and a party whose only MOU another filter left out. */
static void leaves_parties_apart(void **state)
{
    (void)state;
    g_autoptr(EntDossier) dossier =
        project("{\"entente\": 1, \"schema\": \"open\"}\n"
                "{\"edge\": [\"b\", \"signs\", \"m\"]}\n{\"edge\": [\"n\", \"binds\", \"d\"]}\n"
                "{\"edge\": [\"m\", \"binds\", \"a\"]}\n{\"edge\": [\"c\", \"signs\", \"n\"]}\n"
                "{\"edge\": [\"e\", \"signs\", \"n\"], \"status\": \"denied\"}\n"
                "{\"node\": \"m\", \"type\": \"mou\"}\n{\"node\": \"n\", \"type\": \"mou\"}\n"
                "{\"node\": \"a\", \"type\": \"x\"}\n{\"node\": \"b\", \"type\": \"x\"}\n"
                "{\"node\": \"c\", \"type\": \"x\"}\n{\"node\": \"d\", \"type\": \"x\"}\n"
                "{\"node\": \"e\", \"type\": \"x\"}\n",
                NULL, ENT_PROJECT_COUNT);

    /* from is the smaller id, whichever node the facts name first */
    assert_view(dossier, NULL, "b d a c e | a-b c-d");
}

static void refuses_what_is_not_there(void **state)
{
    (void)state;
    const char *const unknown[] = {"mov", NULL};
    g_autoptr(EntDossier) dossier = dossier_of(mous);
    g_autoptr(EntView) view = ent_view_new(dossier, NULL, NULL);
    g_autoptr(GError) error = NULL, nothing = NULL;

    assert_null(ent_dossier_project(view, &(EntProjection){unknown, ENT_PROJECT_COUNT}, &error));
    assert_string_equal(error->message, "unknown node type 'mov': did you mean 'mou'?");
    assert_int_equal(error->code, ENT_ERROR_USAGE);
    assert_null(ent_dossier_project(view, &(EntProjection){0}, &nothing));
    assert_int_equal(nothing->code, ENT_ERROR_USAGE);
}

/* 3,163 parties make 5,000,703 ties. */
static void refuses_what_is_too_large(void **state)
{
    (void)state;
    g_autoptr(GString) lines = g_string_new("{\"entente\": 1, \"schema\": \"open\"}\n"
                                            "{\"node\": \"m\", \"type\": \"mou\"}\n");
    g_autoptr(EntDossier) dossier = NULL;
    g_autoptr(EntView) view = NULL;
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < 3163; i++)
        g_string_append_printf(lines,
                               "{\"node\": \"%u\", \"type\": \"x\"}\n"
                               "{\"edge\": [\"%u\", \"signs\", \"m\"]}\n",
                               i, i);
    dossier = dossier_of(lines->str);
    view = ent_view_new(dossier, NULL, NULL);
    assert_null(ent_dossier_project(view, &(EntProjection){via_mou, ENT_PROJECT_COUNT}, &error));
    assert_int_equal(error->code, ENT_ERROR_COMPUTE);
    assert_string_equal(
        error->message,
        "a projection of up to 5000703 ties with 0 quotes is too large (the most are 5000000 and "
        "20000000): 'm' alone has 3163 parties, and k parties make k(k-1)/2 ties; filters on "
        "relations, dates or sources leave fewer");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_is_shared),        cmocka_unit_test(weighs_by_newman),
        cmocka_unit_test(remembers_nodes_and_quotes),   cmocka_unit_test(is_as_firm_as_the_firmest),
        cmocka_unit_test(is_as_firm_as_what_is_shared), cmocka_unit_test(describes_itself),
        cmocka_unit_test(projects_what_is_little),      cmocka_unit_test(leaves_parties_apart),
        cmocka_unit_test(refuses_what_is_not_there),    cmocka_unit_test(refuses_what_is_too_large),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

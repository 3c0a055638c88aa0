/* SPDX-License-Identifier: MIT */
#include "viewed.h"

/* Two sources; a chain of people and bodies, a denied rumour, a loop, a node of its own. */
static const char facts[] =
    "{\"entente\":1,\"schema\":\"diplomacy\"}\n"
    "{\"source\":\"cna\",\"title\":\"CNA\",\"published\":\"2026-03-02\"}\n"
    "{\"source\":\"st\",\"title\":\"ST\"}\n"
    "{\"node\":\"wong\",\"type\":\"leader\",\"name\":\"Lawrence Wong\",\"aliases\":[\"Mr Wong\"]}\n"
    "{\"node\":\"lee\",\"type\":\"leader\"}\n"
    "{\"node\":\"sg\",\"type\":\"nation\"}\n"
    "{\"node\":\"kr\",\"type\":\"nation\"}\n"
    "{\"node\":\"fund\",\"type\":\"fund\",\"status\":\"planned\",\"confidence\":0.4,"
    "\"evidence\":[{\"source\":\"st\",\"quote\":\"a fund\"}]}\n"
    "{\"node\":\"rumour\",\"type\":\"fund\",\"status\":\"denied\"}\n"
    "{\"edge\":[\"wong\",\"leads\",\"sg\"],\"evidence\":[{\"source\":\"cna\",\"quote\":\"q\"}]}\n"
    "{\"edge\":[\"lee\",\"leads\",\"kr\"],\"confidence\":0.5}\n"
    "{\"edge\":[\"lee\",\"meets\",\"wong\"],\"evidence\":[{\"source\":\"cna\",\"quote\":\"q\"},"
    "{\"source\":\"st\",\"quote\":\"q\"}]}\n"
    "{\"edge\":[\"kr\",\"establishes\",\"fund\"],\"status\":\"planned\"}\n"
    "{\"edge\":[\"sg\",\"establishes\",\"rumour\"],\"status\":\"denied\"}\n"
    "{\"edge\":[\"sg\",\"cooperates-with\",\"sg\"],\"status\":\"alleged\"}\n";

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static EntDossier *dossier;

static int set_up(void **state)
{
    (void)state;
    dossier = dossier_of(facts);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ent_dossier_free(dossier);
    return 0;
}

static void everything_but_what_is_denied(void **state)
{
    (void)state;
    assert_view(dossier, NULL, "wong lee sg kr fund | wong-sg lee-kr lee-wong kr-fund sg-sg");
    assert_view(dossier, &(EntFilter){.keep_denied = true},
                "wong lee sg kr fund rumour | wong-sg lee-kr lee-wong kr-fund sg-rumour sg-sg");
}

static void types_with_their_subtypes(void **state)
{
    (void)state;
    assert_view(dossier, &(EntFilter){.types = LIST("leader")}, "wong lee | lee-wong");
    assert_view(dossier, &(EntFilter){.types = LIST("person")}, "wong lee | lee-wong");
    assert_view(dossier, &(EntFilter){.types = LIST("person", "nation")},
                "wong lee sg kr | wong-sg lee-kr lee-wong sg-sg");
    assert_view(dossier, &(EntFilter){.types = LIST("treaty")}, " |");
}

static void relations_leave_only_their_ends(void **state)
{
    (void)state;
    assert_view(dossier, &(EntFilter){.relations = LIST("meets")}, "wong lee | lee-wong");
    assert_view(dossier, &(EntFilter){.relations = LIST("meets"), .types = LIST("nation")}, " |");
}

static void sources_of_any_evidence(void **state)
{
    (void)state;
    assert_view(dossier, &(EntFilter){.sources = LIST("st")}, "wong lee fund | lee-wong");
    assert_view(dossier, &(EntFilter){.sources = LIST("cna", "st")},
                "wong lee sg fund | wong-sg lee-wong");
}

static void statuses_and_confidence(void **state)
{
    (void)state;
    assert_view(dossier, &(EntFilter){.statuses = 1u << ENT_STATUS_PLANNED}, "kr fund | kr-fund");
    assert_view(dossier, &(EntFilter){.statuses = 1u << ENT_STATUS_DENIED},
                "sg rumour | sg-rumour");
    assert_view(dossier, &(EntFilter){.statuses = 1u << ENT_STATUS_ALLEGED}, "sg | sg-sg");
    assert_view(dossier, &(EntFilter){.min_confidence = 0.5},
                "wong lee sg kr fund | wong-sg lee-kr lee-wong kr-fund sg-sg");
    assert_view(dossier, &(EntFilter){.min_confidence = 0.51, .types = LIST("actor", "fund")},
                "wong lee sg kr fund | wong-sg lee-wong kr-fund sg-sg");
    assert_view(dossier, &(EntFilter){.min_confidence = 0.51, .types = LIST("fund")}, " |");
}

static void surroundings(void **state)
{
    (void)state;
    assert_view(dossier, &(EntFilter){.around = "kr", .depth = 0}, "kr |");
    assert_view(dossier, &(EntFilter){.around = "kr", .depth = 1}, "lee kr fund | lee-kr kr-fund");
    assert_view(dossier, &(EntFilter){.around = "kr", .depth = 2},
                "wong lee kr fund | lee-kr lee-wong kr-fund");
    assert_view(dossier, &(EntFilter){.around = "fund", .depth = G_MAXUINT},
                "wong lee sg kr fund | wong-sg lee-kr lee-wong kr-fund sg-sg");
    assert_view(dossier, &(EntFilter){.around = "rumour", .depth = 3}, " |");
    assert_view(dossier, &(EntFilter){.around = "kr", .depth = 2, .relations = LIST("meets")},
                " |");
}

static void names_that_are_not_there(void **state)
{
    (void)state;
    assert_view_fails(dossier, &(EntFilter){.types = LIST("leader", "nationn")}, ENT_ERROR_USAGE,
                      "unknown node type 'nationn': did you mean 'nation'?");
    assert_view_fails(dossier, &(EntFilter){.relations = LIST("meet")}, ENT_ERROR_USAGE,
                      "unknown relation 'meet': did you mean 'meets'?");
    assert_view_fails(dossier, &(EntFilter){.sources = LIST("cnn")}, ENT_ERROR_USAGE,
                      "unknown source 'cnn': did you mean 'cna'?");
    assert_view_fails(dossier, &(EntFilter){.sources = LIST("reuters")}, ENT_ERROR_USAGE,
                      "unknown source 'reuters': there are 'cna', 'st'");
    assert_view_fails(dossier, &(EntFilter){.around = "wnog"}, ENT_ERROR_USAGE,
                      "unknown node 'wnog': did you mean 'wong'?");
    assert_view_fails(dossier, &(EntFilter){.around = "mr wong"}, ENT_ERROR_USAGE,
                      "unknown node 'mr wong': did you mean 'wong'?");
}

static void what_cannot_go_together(void **state)
{
    EntDate early, late;
    const char *why;

    (void)state;
    assert_true(ent_date_parse("2019-05", &early, &why));
    assert_true(ent_date_parse("2020", &late, &why));
    assert_view_fails(dossier, &(EntFilter){.as_of = early, .until = late}, ENT_ERROR_USAGE,
                      "'as-of' asks for one day: it cannot go with 'since' or 'until'");
    assert_view_fails(dossier, &(EntFilter){.since = late, .until = early}, ENT_ERROR_USAGE,
                      "since '2020' is after until '2019-05'");
    assert_view_fails(dossier, &(EntFilter){.min_confidence = 1.5}, ENT_ERROR_USAGE,
                      "the least confidence must be a number from 0 to 1");
    assert_view_fails(
        dossier, &(EntFilter){.weight = ENT_WEIGHT_COUNT, .parallel = ENT_PARALLEL_KEEP},
        ENT_ERROR_USAGE,
        "the weight 'count' is the number of parallel edges merged into one: it cannot go with "
        "parallel edges kept apart");
}

static void places_are_dense(void **state)
{
    g_autoptr(EntView) view = ent_view_new(dossier, &(EntFilter){.types = LIST("nation")}, NULL);

    (void)state;
    assert_int_equal(ent_view_place(view, 0), ENT_NONE);
    assert_int_equal(ent_view_place(view, 2), 0);
    assert_int_equal(ent_view_place(view, 3), 1);
    assert_ptr_equal(ent_view_dossier(view), dossier);
}

static void the_head_says_what_was_measured(void **state)
{
    EntDate day;
    const char *why;
    g_autoptr(EntView) plain = ent_view_new(dossier, NULL, NULL);
    g_autoptr(EntView) other = NULL;

    (void)state;
    assert_string_equal(ent_view_describe(plain),
                        "5 nodes, 5 edges, undirected, unweighted, parallel edges once for paths, "
                        "1 loop dropped, denied left out");
    assert_null(ent_view_filters(plain)[0]);
    assert_true(ent_date_parse("2026-03~", &day, &why));
    other = ent_view_new(dossier,
                         &(EntFilter){.as_of = day,
                                      .drop_undated = true,
                                      .types = LIST("leader", "nation"),
                                      .statuses = 1u << ENT_STATUS_ACTUAL,
                                      .min_confidence = 0.1,
                                      .around = "wong",
                                      .depth = 2,
                                      .directed = true,
                                      .weight = ENT_WEIGHT_CONFIDENCE,
                                      .parallel = ENT_PARALLEL_MERGE},
                         NULL);
    assert_string_equal(ent_view_describe(other), "0 nodes, 0 edges, directed, weighted by "
                                                  "confidence, parallel edges once, loops dropped");
    assert_string_equal(ent_view_filters(other)[0], "as-of=2026-03~");
    assert_string_equal(ent_view_filters(other)[1], "undated=drop");
    assert_string_equal(ent_view_filters(other)[2], "type=leader,nation");
    assert_string_equal(ent_view_filters(other)[3], "status=actual");
    assert_string_equal(ent_view_filters(other)[4], "min-confidence=0.1");
    assert_string_equal(ent_view_filters(other)[5], "around=wong:2");
    assert_null(ent_view_filters(other)[6]);
    assert_true(ent_view_directed(other));
    assert_string_equal(ent_view_weight(other), "confidence");
    assert_string_equal(ent_view_parallel(other), "merge");
}

#define HEAD  "{\"entente\":1,\"schema\":\"open\"}\n"
#define NODES HEAD "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"

static void weights_must_be_weights(void **state)
{
    g_autoptr(EntDossier) doubted =
        dossier_of(NODES "{\"edge\":[\"a\",\"pays\",\"b\"],\"confidence\":0}\n");
    g_autoptr(EntDossier) refund =
        dossier_of(NODES "{\"edge\":[\"a\",\"pays\",\"b\"],\"amount\":{\"value\":\"-2.5\"}}\n");

    (void)state;
    assert_view_fails(doubted, &(EntFilter){.weight = ENT_WEIGHT_CONFIDENCE}, ENT_ERROR_DATA,
                      "edge 'pays' from 'a' to 'b' has the confidence 0: a weight must be greater "
                      "than 0");
    assert_view(doubted, &(EntFilter){.weight = ENT_WEIGHT_WEIGHT}, "a b | a-b");
    assert_view_fails(refund, &(EntFilter){.weight = ENT_WEIGHT_AMOUNT}, ENT_ERROR_DATA,
                      "edge 'pays' from 'a' to 'b' has the amount -2.5: a weight must be greater "
                      "than 0");
}

static void weights_must_add_up(void **state)
{
    g_autoptr(EntDossier) large = dossier_of(
        NODES "{\"edge\":[\"a\",\"x\",\"b\"],\"weight\":1e308,\"amount\":{\"value\":\"5\"}}\n"
              "{\"edge\":[\"a\",\"y\",\"b\"],\"weight\":1e308}\n");

    (void)state;
    assert_view_fails(large, &(EntFilter){.weight = ENT_WEIGHT_WEIGHT}, ENT_ERROR_DATA,
                      "the edges' weights add up to more than a number can hold");
    assert_view(large, &(EntFilter){.weight = ENT_WEIGHT_AMOUNT}, "a b | a-b");
}

static void amounts_are_of_one_currency(void **state)
{
    g_autoptr(EntDossier) money = dossier_of(
        NODES
        "{\"edge\":[\"a\",\"pays\",\"b\"],\"amount\":{\"value\":\"1\",\"currency\":\"USD\"}}\n"
        "{\"edge\":[\"b\",\"pays\",\"a\"],\"amount\":{\"value\":\"1\",\"currency\":\"SGD\"}}\n"
        "{\"edge\":[\"b\",\"lends\",\"a\"],\"amount\":{\"value\":\"2\",\"currency\":\"SGD\"}}\n"
        "{\"edge\":[\"b\",\"knows\",\"a\"]}\n");
    EntFilter lends = {.weight = ENT_WEIGHT_AMOUNT, .relations = LIST("lends", "knows")};
    g_autoptr(EntView) view = ent_view_new(money, &lends, NULL);

    (void)state;
    assert_view_fails(money, &(EntFilter){.weight = ENT_WEIGHT_AMOUNT}, ENT_ERROR_DATA,
                      "edge 'pays' from 'b' to 'a' has an amount in SGD, others are in USD: choose "
                      "edges of one currency to weigh them by amount");
    assert_view(money, &lends, "a b | b-a");
    assert_string_equal(ent_view_describe(view),
                        "2 nodes, 1 edge, undirected, weighted by amount, parallel edges once for "
                        "paths, loops dropped, denied left out, 1 edge without an amount left out");
}

static void nothing_at_all(void **state)
{
    g_autoptr(EntDossier) empty = dossier_of(HEAD);

    (void)state;
    assert_view(empty, NULL, " |");
    assert_view_fails(empty, &(EntFilter){.around = "a"}, ENT_ERROR_USAGE,
                      "unknown node 'a': there is none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_but_what_is_denied),
        cmocka_unit_test(types_with_their_subtypes),
        cmocka_unit_test(relations_leave_only_their_ends),
        cmocka_unit_test(sources_of_any_evidence),
        cmocka_unit_test(statuses_and_confidence),
        cmocka_unit_test(surroundings),
        cmocka_unit_test(names_that_are_not_there),
        cmocka_unit_test(what_cannot_go_together),
        cmocka_unit_test(places_are_dense),
        cmocka_unit_test(the_head_says_what_was_measured),
        cmocka_unit_test(weights_must_be_weights),
        cmocka_unit_test(weights_must_add_up),
        cmocka_unit_test(amounts_are_of_one_currency),
        cmocka_unit_test(nothing_at_all),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}

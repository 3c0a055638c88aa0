/* SPDX-License-Identifier: MIT */
#include "viewed.h"

/* Sources of two days; a month as the earliest day of one. */
#define HEAD                                                                                       \
    "{\"entente\":1,\"schema\":\"open\"}\n"                                                        \
    "{\"source\":\"old\",\"title\":\"Old\",\"published\":\"2015-06-10\"}\n"                        \
    "{\"source\":\"new\",\"title\":\"New\",\"published\":\"2020-03\"}\n"                           \
    "{\"source\":\"undated\",\"title\":\"Undated\"}\n"                                             \
    "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
#define OLD                                                                                        \
    ",\"evidence\":[{\"source\":\"new\",\"quote\":\"q\"},{\"source\":\"old\",\"quote\":\"q\"}]"
#define NEW ",\"evidence\":[{\"source\":\"new\",\"quote\":\"q\"}]"

static EntDate date(const char *text)
{
    EntDate date;
    const char *why;

    assert_true(ent_date_parse(text, &date, &why));
    return date;
}

static void assert_on(const EntDossier *dossier, const char *day, const char *expected)
{
    assert_view(dossier, &(EntFilter){.as_of = date(day)}, expected);
}

/* One edge a-b with these further keys; whether it is there on the days, told by '+' and '-'. */
static void assert_edge(const char *keys, const char *const *days, const char *there)
{
    g_autofree char *lines =
        g_strconcat(HEAD "{\"edge\":[\"a\",\"ties\",\"b\"]", keys, "}\n", NULL);
    g_autoptr(EntDossier) dossier = dossier_of(lines);

    for (guint i = 0; days[i]; i++)
        assert_on(dossier, days[i], there[i] == '+' ? "a b | a-b" : "a b |");
}

#define DAYS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void spans_are_widened(void **state)
{
    (void)state;
    assert_edge(",\"start\":\"2019\",\"end\":\"2021-03\"",
                DAYS("2018-12-31", "2019-01-01", "2021-03-31", "2021-04-01"), "-++-");
    assert_edge(",\"start\":\"2019-02\"", DAYS("2019-01-31", "2019-02-01", "9999"), "-++");
    assert_edge(",\"end\":\"2019-02\"", DAYS("0001", "2019-02-28", "2019-03-01"), "++-");
    assert_edge(",\"start\":\"2019~\",\"end\":\"2019?\"",
                DAYS("2018-12-31", "2019-07-01", "2020-01-01"), "-+-");
}

static void a_partial_day_asked_for_is_its_last(void **state)
{
    (void)state;
    assert_edge(",\"start\":\"2019-12-31\"", DAYS("2019", "2019-12", "2019-12-30"), "++-");
    assert_edge(",\"end\":\"2019-12-30\"", DAYS("2019", "2018"), "-+");
}

static void events_have_happened_by_then(void **state)
{
    (void)state;
    assert_edge(",\"date\":\"2019-05-06\"", DAYS("2019-05-05", "2019-05-06", "2050"), "-++");
    assert_edge(",\"date\":\"2019-05\"", DAYS("2019-04-30", "2019-05-01"), "-+");
}

#define OLD_FIRST                                                                                  \
    ",\"evidence\":[{\"source\":\"old\",\"quote\":\"q\"},{\"source\":\"new\",\"quote\":\"q\"}]"

static void undated_facts_come_with_their_earliest_source(void **state)
{
    (void)state;
    assert_edge(OLD, DAYS("2015-06-09", "2015-06-10", "2050"), "-++");
    assert_edge(OLD_FIRST, DAYS("2015-06-09", "2015-06-10", "2050"), "-++");
    assert_edge(NEW, DAYS("2020-02-29", "2020-03-01"), "-+");
    assert_edge(",\"evidence\":[{\"source\":\"undated\",\"quote\":\"q\"}]", DAYS("0001", "9999"),
                "++");
    assert_edge("", DAYS("0001", "9999"), "++");
    assert_edge(",\"by\":\"2030\"" NEW, DAYS("2020-02-29", "2020-03-01", "2031"), "-++");
    assert_edge(",\"start\":\"2001\"" NEW, DAYS("2000-12-31", "2001-01-01"), "-+");
}

static void plans_hold_from_their_publication(void **state)
{
    (void)state;
    assert_edge(",\"status\":\"planned\",\"start\":\"2025\"" NEW,
                DAYS("2020-02-29", "2020-03-01", "2026"), "-++");
    assert_edge(",\"status\":\"planned\",\"date\":\"2018\",\"by\":\"2030\"" OLD,
                DAYS("2015-06-09", "2015-06-10", "2031"), "-++");
    assert_edge(",\"status\":\"planned\",\"start\":\"2025\",\"end\":\"2026\"" NEW,
                DAYS("2024", "2026", "2027"), "++-");
    assert_edge(",\"status\":\"planned\",\"start\":\"2025\"", DAYS("0001", "2026"), "++");
}

static void a_node_that_has_ended_takes_its_facts_along(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"node\":\"union\",\"type\":\"t\",\"start\":\"1922\",\"end\":\"1991\"}\n"
                        "{\"node\":\"summit\",\"type\":\"t\",\"date\":\"1985-11\"}\n"
                        "{\"edge\":[\"union\",\"attends\",\"summit\"]}\n"
                        "{\"edge\":[\"a\",\"recognises\",\"union\"],\"start\":\"1933\"}\n");

    (void)state;
    assert_on(dossier, "1921", "a b |");
    assert_on(dossier, "1932", "a b union |");
    assert_on(dossier, "1940", "a b union | a-union");
    assert_on(dossier, "1985", "a b union summit | union-summit a-union");
    assert_on(dossier, "1992", "a b summit |");
    assert_view(dossier, &(EntFilter){.since = date("1990"), .until = date("1999")},
                "a b union summit | union-summit a-union");
}

/* Both are there in the stretch, but on no day together. */
static void an_edge_after_its_node_has_ended(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"node\":\"union\",\"type\":\"t\",\"end\":\"1991\"}\n"
                        "{\"edge\":[\"a\",\"recalls\",\"union\"],\"start\":\"1995\"}\n"
                        "{\"edge\":[\"union\",\"haunts\",\"a\"],\"start\":\"1995\"}\n");

    (void)state;
    assert_view(dossier, &(EntFilter){.since = date("1990"), .until = date("1999")}, "a b union |");
}

static void an_edge_shows_that_its_undated_ends_are_there(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"node\":\"c\",\"type\":\"t\"" NEW "}\n"
                        "{\"node\":\"d\",\"type\":\"t\",\"status\":\"planned\"" NEW "}\n"
                        "{\"edge\":[\"a\",\"ties\",\"c\"],\"start\":\"2010\"}\n");

    (void)state;
    assert_on(dossier, "2009", "a b |");
    assert_on(dossier, "2010", "a b c | a-c");
    assert_on(dossier, "2020", "a b c d | a-c");
}

/* The plan of 2020-03, and an actual edge from 2022 to 2024. */
static void a_plan_is_replaced_for_good(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"edge\":[\"a\",\"joins\",\"b\"],\"status\":\"planned\"" NEW "}\n"
                        "{\"edge\":[\"a\",\"joins\",\"b\"],\"start\":\"2022\",\"end\":\"2024\"}\n"
                        "{\"edge\":[\"b\",\"joins\",\"a\"],\"status\":\"planned\"" NEW "}\n"
                        "{\"edge\":[\"a\",\"leaves\",\"b\"],\"status\":\"planned\"" NEW "}\n"
                        "{\"edge\":[\"a\",\"joins\",\"b\"],\"end\":\"2010\"}\n");

    (void)state;
    assert_on(dossier, "2010", "a b | a-b");
    assert_on(dossier, "2019", "a b |");
    assert_on(dossier, "2021", "a b | a-b b-a a-b");
    assert_on(dossier, "2022", "a b | a-b b-a a-b");
    assert_on(dossier, "2025", "a b | b-a a-b");
    assert_view(dossier, NULL, "a b | a-b a-b b-a a-b a-b");
}

static void a_plan_for_what_holds_already_is_none(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"edge\":[\"a\",\"joins\",\"b\"],\"start\":\"2001\",\"end\":\"2030\"}\n"
                        "{\"edge\":[\"a\",\"joins\",\"b\"],\"start\":\"2002\",\"end\":\"2003\"}\n"
                        "{\"edge\":[\"a\",\"joins\",\"b\"],\"status\":\"planned\"}\n"
                        "{\"edge\":[\"a\",\"joins\",\"b\"],\"status\":\"planned\"" NEW "}\n");

    (void)state;
    assert_on(dossier, "2000", "a b | a-b"); /* the plan that no source dates */
    assert_on(dossier, "2001", "a b | a-b"); /* replaced it */
    assert_on(dossier, "2021", "a b | a-b"); /* so no plan of 2020 */
    assert_on(dossier, "2031", "a b |");
}

static void undated_plans_and_facts(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"edge\":[\"a\",\"joins\",\"b\"],\"status\":\"planned\"}\n"
                        "{\"edge\":[\"b\",\"joins\",\"a\"],\"status\":\"planned\"}\n"
                        "{\"edge\":[\"a\",\"joins\",\"b\"]}\n");

    (void)state;
    assert_on(dossier, "2000", "a b | b-a a-b");
}

static void symmetric_plans_are_replaced_either_way(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of("{\"entente\":1,\"schema\":\"diplomacy\"}\n"
                   "{\"node\":\"a\",\"type\":\"nation\"}\n{\"node\":\"b\",\"type\":\"nation\"}\n"
                   "{\"edge\":[\"a\",\"allied-with\",\"b\"],\"status\":\"planned\"}\n"
                   "{\"edge\":[\"b\",\"allied-with\",\"a\"],\"start\":\"2000\"}\n");

    (void)state;
    assert_on(dossier, "1999", "a b | a-b");
    assert_on(dossier, "2000", "a b | b-a");
}

static void a_stretch_keeps_what_holds_on_any_of_its_days(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"edge\":[\"a\",\"ties\",\"b\"],\"start\":\"2010\",\"end\":\"2011\"}\n"
                        "{\"edge\":[\"b\",\"ties\",\"a\"],\"date\":\"2015\"}\n"
                        "{\"edge\":[\"b\",\"ties\",\"b\"],\"start\":\"2030\"}\n");

    (void)state;
    assert_view(dossier, &(EntFilter){.since = date("2011-12")}, "a b | a-b b-a b-b");
    assert_view(dossier, &(EntFilter){.since = date("2012")}, "a b | b-a b-b");
    assert_view(dossier, &(EntFilter){.until = date("2009")}, "a b |");
    assert_view(dossier, &(EntFilter){.until = date("2010")}, "a b | a-b");
    assert_view(dossier, &(EntFilter){.since = date("2012"), .until = date("2014")}, "a b |");
    assert_view(dossier, &(EntFilter){.since = date("2009"), .until = date("2029")},
                "a b | a-b b-a");
}

static void undated_facts_can_be_left_out(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of(HEAD "{\"node\":\"c\",\"type\":\"t\",\"start\":\"2000\"}\n"
                        "{\"edge\":[\"a\",\"ties\",\"b\"]" OLD "}\n"
                        "{\"edge\":[\"a\",\"ties\",\"c\"],\"start\":\"2010\"}\n");
    EntFilter filter = {.as_of = date("2021"), .drop_undated = true};

    (void)state;
    assert_view(dossier, &filter, "a c | a-c");
    filter.as_of = ENT_DATE_NONE;
    assert_view(dossier, &filter, "a b c | a-b a-c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_widened),
        cmocka_unit_test(a_partial_day_asked_for_is_its_last),
        cmocka_unit_test(events_have_happened_by_then),
        cmocka_unit_test(undated_facts_come_with_their_earliest_source),
        cmocka_unit_test(plans_hold_from_their_publication),
        cmocka_unit_test(a_node_that_has_ended_takes_its_facts_along),
        cmocka_unit_test(an_edge_after_its_node_has_ended),
        cmocka_unit_test(an_edge_shows_that_its_undated_ends_are_there),
        cmocka_unit_test(a_plan_is_replaced_for_good),
        cmocka_unit_test(a_plan_for_what_holds_already_is_none),
        cmocka_unit_test(undated_plans_and_facts),
        cmocka_unit_test(symmetric_plans_are_replaced_either_way),
        cmocka_unit_test(a_stretch_keeps_what_holds_on_any_of_its_days),
        cmocka_unit_test(undated_facts_can_be_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
#include <entente/date.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static EntDate parse(const char *text)
{
    EntDate date;
    const char *why = "unset";
    if (!ent_date_parse(text, &date, &why))
        fail_msg("'%s' is refused: %s", text, why);
    assert_null(why);
    return date;
}

static void dates_are_written_as_read(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "0000",    "0000-01",    "0000-02-29", "0001",        "1999",
        "2026-03", "2026-03-02", "2024-02-29", "2000-02-29",  "9999-12-31",
        "2019~",   "2019?",      "2019-05~",   "2026-03-02?", "9999-12-31~",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        char text[ENT_DATE_TEXT];
        EntDate date = parse(texts[i]);
        assert_int_not_equal(date, ENT_DATE_NONE);
        assert_string_equal(ent_date_text(date, text), texts[i]);
    }
    char none[ENT_DATE_TEXT] = "x";
    assert_string_equal(ent_date_text(ENT_DATE_NONE, none), "");
}

static void what_is_no_date_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        " ",
        "1",
        "202",
        "20260",
        "-2026",
        "+2026",
        "2026-",
        "2026-3",
        "2026-003",
        "2026-00",
        "2026-13",
        "2026-03-",
        "2026-03-2",
        "2026-03-00",
        "2026-03-32",
        "2026-04-31",
        "2025-02-29",
        "1900-02-29",
        "2100-02-29",
        "2026-03-02-",
        "2026-03-02T00:00",
        "2026-03-02 ",
        " 2026",
        "2026~?",
        "2026~~",
        "~2026",
        "2026%",
        "2026-~",
        "2026/03/02",
        "2 March 2026",
        "20260302",
        "2026-03-021",
        "x",
        "202x",
        "２０２６",
        "2026-W03",
        "2026~-03",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        EntDate date = 77;
        const char *why = NULL;
        if (ent_date_parse(texts[i], &date, &why))
            fail_msg("'%s' is accepted", texts[i]);
        assert_non_null(why);
        assert_int_equal(date, ENT_DATE_NONE);
    }
    EntDate date;
    assert_false(ent_date_parse("no", &date, NULL));
}

static void numbers_sort_as_dates(void **state)
{
    (void)state;
    static const char *const sorted[] = {
        "0000",        "0000~",      "0000-01", "0000-12-31", "0001",       "2019",
        "2019~",       "2019?",      "2019-01", "2019-01?",   "2019-01-01", "2019-01-01~",
        "2019-01-01?", "2019-01-02", "2019-02", "2019-12-31", "2020",       "9999-12-31?",
    };
    for (gsize i = 1; i < G_N_ELEMENTS(sorted); i++)
        assert_true(parse(sorted[i - 1]) < parse(sorted[i]));
}

/* Day numbers from Python's datetime.date.toordinal(), its day 1 being 0001-01-01 as well; the year
 * 0000 is a leap year of the proleptic calendar, counted back by hand. */
static void days_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gint32 first, last;
    } known[] = {
        {"0001-01-01", 1, 1},
        {"0001", 1, 365},
        {"0004-02-29", 1155, 1155},
        {"1582-10-15", 577736, 577736},
        {"1900", 693596, 693960},
        {"1900-02", 693627, 693654},
        {"2000-02", 730151, 730179},
        {"2000-12-31", 730485, 730485},
        {"2019", 737060, 737424},
        {"2021-03", 737850, 737880},
        {"2021-03~", 737850, 737880},
        {"2026-03-02", 739677, 739677},
        {"9999-12-31", 3652059, 3652059},
        {"0000-12-31", 0, 0},
        {"0000-03-01", -305, -305},
        {"0000-02-29", -306, -306},
        {"0000", -365, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        assert_int_equal(ent_date_first(parse(known[i].text)), known[i].first);
        assert_int_equal(ent_date_last(parse(known[i].text)), known[i].last);
    }
    assert_int_equal(ent_date_first(ENT_DATE_NONE), ENT_DAY_FIRST);
    assert_int_equal(ent_date_last(ENT_DATE_NONE), ENT_DAY_LAST);
}

/* Every day that GLib's own calendar has follows the one before. */
static void days_follow_one_another(void **state)
{
    (void)state;
    gint32 before = 0;
    for (guint year = 1; year <= 2500; year++) {
        for (guint month = 1; month <= 12; month++) {
            guint days = g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
            for (guint day = 1; day <= 31; day++) {
                char text[32];
                EntDate date;
                g_snprintf(text, sizeof text, "%04u-%02u-%02u", year, month, day);
                assert_int_equal(ent_date_parse(text, &date, NULL), day <= days);
                if (day <= days)
                    assert_int_equal(ent_date_first(date), ++before);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_written_as_read), cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(numbers_sort_as_dates),     cmocka_unit_test(days_are_counted),
        cmocka_unit_test(days_follow_one_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/*
 * The dates of a fact go together. Partial dates are given the benefit of the doubt: 2026 is not
 * before 2026-03.
 */
#include "check/registry.h"
#include "check/say.h"

static void say(EntChecking *checking, const EntFact *fact, EntAbout about, char *message)
{
    about.origin = &fact->origin;
    ent_say(checking, &about, NULL, message);
}

static void check_moment(EntChecking *checking, const EntFact *fact)
{
    const EntDetails *details = fact->details;
    bool start = details->start != ENT_DATE_NONE, end = details->end != ENT_DATE_NONE;

    if (details->date == ENT_DATE_NONE || (!start && !end))
        return;
    say(checking, fact, (EntAbout){ENT_SEVERITY_ERROR, "date-conflict", NULL, "/date", 0, true},
        g_strdup_printf("\"date\" is a moment and goes without %s", start && end
                                                                        ? "\"start\" and \"end\""
                                                                    : start ? "\"start\""
                                                                            : "\"end\""));
}

/* Whether the later date is surely before the earlier one. */
static bool reversed(EntDate earlier, EntDate later)
{
    return earlier != ENT_DATE_NONE && later != ENT_DATE_NONE &&
           ent_date_last(later) < ent_date_first(earlier);
}

static void check_order(EntChecking *checking, const EntFact *fact)
{
    const EntDetails *details = fact->details;
    char start[ENT_DATE_TEXT], later[ENT_DATE_TEXT];

    if (reversed(details->start, details->end))
        say(checking, fact, (EntAbout){ENT_SEVERITY_ERROR, "date-order", NULL, "/end", 0, false},
            g_strdup_printf("the end, %s, is before the start, %s",
                            ent_date_text(details->end, later),
                            ent_date_text(details->start, start)));
    if (reversed(details->start, details->by))
        say(checking, fact, (EntAbout){ENT_SEVERITY_WARNING, "late-start", NULL, "/by", 0, false},
            g_strdup_printf("the deadline, %s, is before the start, %s",
                            ent_date_text(details->by, later),
                            ent_date_text(details->start, start)));
}

static void check_fact(const EntFact *fact, gpointer data)
{
    if (fact->details == &ent_no_details)
        return;
    check_moment(data, fact);
    check_order(data, fact);
}

static void run(EntChecking *checking)
{
    ent_each_fact(checking, check_fact, checking);
}

const EntCheck ent_check_dates = {
    .name = "dates",
    .summary = "the dates of a fact go together: an end is not before its start",
    .codes = (const char *const[]){"date-conflict", "date-order", "late-start", NULL},
    .run = run,
};

/* SPDX-License-Identifier: MIT */
#include "draw/timeline.h"

#include <math.h>
#include <stdio.h>

#define TICK_SPACE 46.0
#define TICK_FONT  10.0
#define MOST_TICKS 25u
#define LAST_YEAR  9999u /* that a date can have */
#define FEW_DAYS   62
#define FEW_MONTHS 800 /* days */

static void add_words(EntTimeline *timeline, const char *words, double x, double y)
{
    static const EntSetting setting = {TICK_FONT, false, 200, 1};
    ent_picture_guide(timeline->picture, (EntGuide){.kind = ENT_GUIDE_ROOM,
                                                    .from = {x, y},
                                                    .to = {x, y},
                                                    .text = ent_label(words, &setting),
                                                    .text_at = {x, y}});
}

static void add_tick(EntTimeline *timeline, const char *words, double x)
{
    EntPicture *picture = timeline->picture;
    double bottom = timeline->y[picture->nodes_length - 1] + 16;
    ent_picture_guide(picture, (EntGuide){.kind = ENT_GUIDE_LINE,
                                          .from = {x, -6},
                                          .to = {x, bottom},
                                          .color = ent_theme_ink(picture->theme, 10),
                                          .width = 0.8,
                                          .dash = "2 3"});
    add_words(timeline, words, x, -6 - TICK_FONT * ENT_LINE_HEIGHT);
    add_words(timeline, words, x, bottom + 2);
}

/* The day of "2015-04" or "2015", in words. */
static gint32 day_of(guint year, guint month, char words[ENT_DATE_TEXT])
{
    const char *why = NULL;
    EntDate date = ENT_DATE_NONE;
    if (month > 0)
        g_snprintf(words, ENT_DATE_TEXT, "%04u-%02u", year, month);
    else
        g_snprintf(words, ENT_DATE_TEXT, "%04u", year);
    return ent_date_parse(words, &date, &why) ? ent_date_first(date) : G_MAXINT32;
}

/* Ticks where the dates themselves are, as far as there is room. */
static void tick_stops(EntTimeline *timeline, guint first)
{
    double last = -HUGE_VAL;
    for (guint i = first; i < timeline->stops->len; i++) {
        const EntStop *stop = &g_array_index(timeline->stops, EntStop, i);
        char words[ENT_DATE_TEXT];
        if (stop->x - last < TICK_SPACE * 1.4)
            continue;
        add_tick(timeline, ent_date_text(stop->date, words), stop->x);
        last = stop->x;
    }
}

/* In months: one, or as many round years as leave some two dozen ticks. */
static guint choose_step(gint32 days)
{
    static const guint years[] = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    gsize i = 0;
    if (days < FEW_MONTHS)
        return 1;
    while (i + 1 < G_N_ELEMENTS(years) && (guint)days / 366 / years[i] > MOST_TICKS)
        i++;
    return 12 * years[i];
}

static void tick_calendar(EntTimeline *timeline, guint first, gint32 days)
{
    const EntStop *start = &g_array_index(timeline->stops, EntStop, first);
    const EntStop *end = &g_array_index(timeline->stops, EntStop, timeline->stops->len - 1);
    guint months = choose_step(days), year = 0;
    double last = -HUGE_VAL;
    char words[ENT_DATE_TEXT];
    sscanf(ent_date_text(start->date, words), "%4u", &year);
    year -= months == 1 ? 0 : year % (months / 12);
    for (guint i = 0; year + i / 12 <= LAST_YEAR; i += months) {
        gint32 day = day_of(year + i / 12, months == 1 ? i % 12 + 1 : 0, words);
        if (day > end->day)
            break;
        double x = ent_timeline_x_of_day(timeline, day);
        if (day < start->day || x - last < TICK_SPACE)
            continue;
        add_tick(timeline, words, x);
        last = x;
    }
}

/* Above the ticks: what belongs to one day, where that is wide. */
static void add_span(EntTimeline *timeline, const EntStop *stop, const char *words)
{
    double left = stop->x - timeline->gap / 4,
           right = ent_timeline_end_of(timeline, stop) + timeline->gap / 4;
    double y = -10 - TICK_FONT * ENT_LINE_HEIGHT;
    ent_picture_guide(timeline->picture,
                      (EntGuide){.kind = ENT_GUIDE_LINE,
                                 .from = {left, y},
                                 .to = {right, y},
                                 .color = ent_theme_ink(timeline->picture->theme, 8),
                                 .width = 2});
    if (right - left > TICK_SPACE)
        add_words(timeline, words, (left + right) / 2, y - 4 - TICK_FONT * ENT_LINE_HEIGHT);
}

void ent_timeline_add_ticks(EntTimeline *timeline)
{
    for (guint i = 0; i < timeline->stops->len; i++) {
        const EntStop *stop = &g_array_index(timeline->stops, EntStop, i);
        char words[ENT_DATE_TEXT];
        if (stop->lanes > 1)
            add_span(timeline, stop, stop->date ? ent_date_text(stop->date, words) : "no date");
    }
    guint first = ent_timeline_first_dated(timeline);
    if (first >= timeline->stops->len)
        return;
    gint32 days = g_array_index(timeline->stops, EntStop, timeline->stops->len - 1).day -
                  g_array_index(timeline->stops, EntStop, first).day;
    if (days < FEW_DAYS)
        tick_stops(timeline, first);
    else
        tick_calendar(timeline, first, days);
}

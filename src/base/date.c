/* SPDX-License-Identifier: MIT */
/* A date in bits: year + 1 above month (4 bits), day (5) and mark (2), so that numbers compare as
 * dates do, and nothing but "no date" is 0. */
#include <entente/date.h>

#include <string.h>

enum { MARK_NONE, MARK_ABOUT, MARK_UNCERTAIN };

#define MARK_BITS  2
#define DAY_BITS   5
#define MONTH_BITS 4

static const char marks[] = {'\0', '~', '?'};

typedef struct {
    guint year, month, day, mark; /* month and day 0 where the date has none */
} Parts;

static EntDate pack(const Parts *parts)
{
    EntDate date = parts->year + 1;
    date = date << MONTH_BITS | parts->month;
    date = date << DAY_BITS | parts->day;
    return date << MARK_BITS | parts->mark;
}

static Parts unpack(EntDate date)
{
    Parts parts;
    parts.mark = date & ((1u << MARK_BITS) - 1);
    date >>= MARK_BITS;
    parts.day = date & ((1u << DAY_BITS) - 1);
    date >>= DAY_BITS;
    parts.month = date & ((1u << MONTH_BITS) - 1);
    parts.year = (date >> MONTH_BITS) - 1;
    return parts;
}

static bool is_leap(guint year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static guint days_of_month(guint year, guint month)
{
    static const guint8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1u : 0u);
}

/* Reads exactly `digits` digits at *at. */
static bool read_digits(const char **at, guint digits, guint *number)
{
    *number = 0;
    for (guint i = 0; i < digits; i++, (*at)++) {
        if (!g_ascii_isdigit(**at))
            return false;
        *number = *number * 10 + (guint)(**at - '0');
    }
    return !g_ascii_isdigit(**at);
}

/* Why text is no date; NULL where it is one. */
static const char *read_parts(const char *text, Parts *parts)
{
    static const char form[] =
        "a date is written YYYY, YYYY-MM or YYYY-MM-DD, with '~' (about) or '?' (uncertain) "
        "after it where needed";
    const char *at = text;
    if (!read_digits(&at, 4, &parts->year))
        return form;
    if (*at == '-') {
        at++;
        if (!read_digits(&at, 2, &parts->month))
            return form;
        if (parts->month < 1 || parts->month > 12)
            return "there is no such month";
    }
    if (*at == '-' && parts->month != 0) {
        at++;
        if (!read_digits(&at, 2, &parts->day))
            return form;
        if (parts->day < 1 || parts->day > days_of_month(parts->year, parts->month))
            return "there is no such day in that month";
    }
    if (*at == '~' || *at == '?')
        parts->mark = *at++ == '~' ? MARK_ABOUT : MARK_UNCERTAIN;
    return *at == '\0' ? NULL : form;
}

bool ent_date_parse(const char *text, EntDate *date, const char **why)
{
    Parts parts = {0};
    const char *wrong = read_parts(text, &parts);
    if (why != NULL)
        *why = wrong;
    *date = wrong == NULL ? pack(&parts) : ENT_DATE_NONE;
    return wrong == NULL;
}

const char *ent_date_text(EntDate date, char *text)
{
    if (date == ENT_DATE_NONE) {
        *text = '\0';
        return text;
    }
    Parts parts = unpack(date);
    int length = g_snprintf(text, ENT_DATE_TEXT, "%04u", parts.year % 10000);
    if (parts.month != 0)
        length += g_snprintf(text + length, ENT_DATE_TEXT - (gulong)length, "-%02u", parts.month);
    if (parts.day != 0)
        length += g_snprintf(text + length, ENT_DATE_TEXT - (gulong)length, "-%02u", parts.day);
    if (parts.mark != MARK_NONE) {
        text[length++] = marks[parts.mark];
        text[length] = '\0';
    }
    return text;
}

static gint32 day_number(guint year, guint month, guint day)
{
    static const guint16 before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    gint32 past = (gint32)year - 1; /* whole years since 0001; -1 in the year 0000 */
    gint32 leaps = past < 0 ? -1 : past / 4 - past / 100 + past / 400;
    guint in_year = before[month - 1] + (month > 2 && is_leap(year) ? 1u : 0u) + day;
    return past * 365 + leaps + (gint32)in_year;
}

gint32 ent_date_first(EntDate date)
{
    if (date == ENT_DATE_NONE)
        return ENT_DAY_FIRST;
    Parts parts = unpack(date);
    return day_number(parts.year, MAX(parts.month, 1), MAX(parts.day, 1));
}

gint32 ent_date_last(EntDate date)
{
    if (date == ENT_DATE_NONE)
        return ENT_DAY_LAST;
    Parts parts = unpack(date);
    guint month = parts.month != 0 ? parts.month : 12;
    guint day = parts.day != 0 ? parts.day : days_of_month(parts.year, month);
    return day_number(parts.year, month, day);
}

/* SPDX-License-Identifier: MIT */
#include "draw/label.h"

#include "draw/metrics.h"

#define MOST_MARKS 6
#define SEPARATOR  "\302\240· " /* stays at the end of its line */

/* Marks heaped on one letter would tower over the picture: a copy of text with so many at most. */
static char *limit_marks(const char *text)
{
    GString *copy = g_string_new(NULL);
    guint marks = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        GUnicodeType type = g_unichar_type(g_utf8_get_char(p));
        bool mark = type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
        marks = mark ? marks + 1 : 0;
        if (marks <= MOST_MARKS)
            g_string_append_len(copy, p, g_utf8_next_char(p) - p);
    }
    return g_string_free(copy, FALSE);
}

EntLabel ent_label(const char *text, const EntSetting *setting)
{
    EntLabel label = {.size = setting->size, .bold = setting->bold};
    if (!text)
        return label;
    g_autofree char *calm = limit_marks(text);
    label.lines =
        ent_text_wrap(calm, setting->size, setting->bold, setting->max_width, setting->max_lines);
    label.length = g_strv_length(label.lines);
    for (guint i = 0; i < label.length; i++)
        label.width =
            MAX(label.width, ent_text_width(label.lines[i], -1, setting->size, setting->bold));
    label.height = label.length * setting->size * ENT_LINE_HEIGHT;
    return label;
}

void ent_label_clear(EntLabel *label)
{
    g_clear_pointer(&label->lines, g_strfreev);
    label->length = 0;
    label->width = label->height = 0;
}

char *ent_when(const EntDetails *details)
{
    char a[ENT_DATE_TEXT];
    char b[ENT_DATE_TEXT];
    if (details->by != ENT_DATE_NONE)
        return g_strdup_printf("by %s", ent_date_text(details->by, a));
    if (details->date != ENT_DATE_NONE)
        return g_strdup(ent_date_text(details->date, a));
    if (details->start != ENT_DATE_NONE && details->end != ENT_DATE_NONE)
        return g_strdup_printf("%s–%s", ent_date_text(details->start, a),
                               ent_date_text(details->end, b));
    if (details->start != ENT_DATE_NONE)
        return g_strdup_printf("since %s", ent_date_text(details->start, a));
    if (details->end != ENT_DATE_NONE)
        return g_strdup_printf("until %s", ent_date_text(details->end, a));
    return NULL;
}

char *ent_number_words(double number)
{
    static const struct {
        double size;
        const char *word;
    } units[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1, ""}};
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    gsize i = 0;
    while (i + 1 < G_N_ELEMENTS(units) && number < units[i].size)
        i++;
    g_ascii_formatd(text, sizeof text, units[i].size > 1 ? "%.3g" : "%.6g", number / units[i].size);
    return g_strconcat(text, units[i].word, NULL);
}

/* A number in words that say all of it; NULL where they would not. */
static char *whole_words(const char *digits)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double number = g_ascii_strtod(digits, NULL);
    g_ascii_formatd(text, sizeof text, "%.3g", number);
    return number >= 1e6 && g_ascii_strtod(text, NULL) == number ? ent_number_words(number) : NULL;
}

char *ent_sum(const EntAmount *amount)
{
    if (amount->text)
        return g_strdup(amount->text);
    if (!amount->value)
        return NULL;
    g_autofree char *words = whole_words(amount->value);
    return g_strdup_printf("%s%s%s", amount->currency ? amount->currency : "",
                           amount->currency ? " " : "", words ? words : amount->value);
}

/* Takes the parts, any of which may be NULL. */
static char *join(char *one, char *two, char *three)
{
    g_autoptr(GString) text = g_string_new(NULL);
    char *const parts[] = {one, two, three};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i] && text->len > 0)
            g_string_append(text, SEPARATOR);
        if (parts[i])
            g_string_append(text, parts[i]);
        g_free(parts[i]);
    }
    return text->len > 0 ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

char *ent_node_details(const EntNode *node)
{
    const EntDetails *details = node->fact.details;
    char *count = NULL;
    if (details->has_count)
        count = g_strdup_printf("×\302\240%" G_GINT64_FORMAT, details->count);
    return join(count, ent_sum(&details->amount), ent_when(details));
}

char *ent_edge_details(const EntEdge *edge, EntWhen when)
{
    const EntDetails *details = edge->fact.details;
    bool span = details->start != ENT_DATE_NONE && details->end != ENT_DATE_NONE;
    bool lasting = span || details->by != ENT_DATE_NONE;
    bool dated = when == ENT_WHEN_ALWAYS || (when == ENT_WHEN_SPANS && lasting);
    return join(ent_sum(&details->amount), dated ? ent_when(details) : NULL, NULL);
}

/* SPDX-License-Identifier: MIT */
/* Messages as a compiler writes them: place, severity, what is wrong, the line with a caret. */
#include "cli/messages.h"

#include "cli/terminal.h"

#include <unistd.h>

#define GUTTER 8u /* columns before the excerpt: "   12 | " */

typedef struct {
    const char *error, *warning, *note, *bold, *caret, *end;
} Colors;

static const Colors none = {"", "", "", "", "", ""};
static const Colors ansi = {"\033[1;31m", "\033[1;33m", "\033[1;36m",
                            "\033[1m",    "\033[1;32m", "\033[0m"};

static const char *color_of(const Colors *colors, EntLevel level)
{
    return level == ENT_LEVEL_ERROR     ? colors->error
           : level == ENT_LEVEL_WARNING ? colors->warning
                                        : colors->note;
}

static void put_safe(EntOutput *output, const char *text)
{
    g_autofree char *safe = ent_safe_text(text);

    ent_put(output, safe);
}

/* A piece of an excerpt: what is shown of it, and the span to underline, in characters from it. */
typedef struct {
    const char *text, *end;
    guint before, width; /* columns */
    bool cut_front, cut_back;
} Shown;

/* Columns of the characters from `at` up to `end`, a tab counting as one. */
static guint columns_between(const char *at, const char *end)
{
    guint columns = 0;

    for (; at < end; at = g_utf8_next_char(at))
        columns += *at == '\t' ? 1 : ent_character_columns(g_utf8_get_char(at));
    return columns;
}

static const char *skip(const char *text, guint characters)
{
    while (characters-- > 0 && *text)
        text = g_utf8_next_char(text);
    return text;
}

/* Cuts the excerpt to so many columns, with the caret in view; room 0: as it is. */
static Shown choose(const char *excerpt, const EntPlace *place, guint room)
{
    const char *caret = skip(excerpt, place->caret - 1), *stop = skip(caret, place->width);
    Shown shown = {.text = excerpt, .end = excerpt + strlen(excerpt)};

    if (room > 0 && columns_between(shown.text, shown.end) > room) {
        while (shown.text < caret && columns_between(shown.text, caret) > room / 2) {
            shown.text = g_utf8_next_char(shown.text);
            shown.cut_front = true;
        }
        shown.end = shown.text;
        for (guint used = shown.cut_front ? 2 : 1; *shown.end;) {
            used += ent_character_columns(g_utf8_get_char(shown.end));
            if (used > room)
                break;
            shown.end = g_utf8_next_char(shown.end);
        }
        shown.cut_back = *shown.end != '\0';
    }
    shown.before = columns_between(shown.text, caret) + (shown.cut_front ? 1 : 0);
    shown.width = columns_between(caret, MIN(stop, MAX(shown.end, caret)));
    return shown;
}

static void put_excerpt(EntOutput *output, const EntFinding *finding, const Colors *colors,
                        guint room)
{
    g_autofree char *safe = ent_safe_text(finding->excerpt);
    Shown shown = choose(safe, &finding->place, room);

    ent_putf(output, "%5u | %s", finding->place.line, shown.cut_front ? "…" : "");
    ent_put_bytes(output, shown.text, (gsize)(shown.end - shown.text));
    ent_putf(output, "%s\n      | %*s%s^", shown.cut_back ? "…" : "", (int)shown.before, "",
             colors->caret);
    for (guint i = 1; i < shown.width; i++)
        ent_put(output, "~");
    ent_putf(output, "%s\n", colors->end);
}

static void put_finding(EntOutput *output, const EntFinding *finding, const Colors *colors,
                        guint room)
{
    const EntPlace *place = &finding->place;
    EntLevel level = finding->severity == ENT_SEVERITY_ERROR ? ENT_LEVEL_ERROR : ENT_LEVEL_WARNING;

    ent_put(output, colors->bold);
    put_safe(output, place->file);
    if (place->line)
        ent_putf(output, ":%u", place->line);
    if (place->line && place->column)
        ent_putf(output, ":%u", place->column);
    ent_putf(output, ":%s %s%s:%s ", colors->end, color_of(colors, level), ent_level_name(level),
             colors->end);
    put_safe(output, finding->message);
    ent_putf(output, " [%s]\n", finding->code);
    if (finding->excerpt && place->line && place->caret)
        put_excerpt(output, finding, colors, room);
    if (!finding->hint)
        return;
    ent_putf(output, "      %shint:%s ", colors->note, colors->end);
    put_safe(output, finding->hint);
    ent_put(output, "\n");
}

/* At most ENT_LISTED, errors before warnings; what is shown stands in the order of the files. */
static void write_findings(EntOutput *output, const EntMessageState *state)
{
    guint width = ent_terminal_width(STDERR_FILENO);
    guint room = width > 2 * GUTTER ? width - GUTTER : 0;
    guint errors = MIN(ent_report_count(state->report, ENT_SEVERITY_ERROR), ENT_LISTED);
    guint left[] = {[ENT_SEVERITY_ERROR] = errors, [ENT_SEVERITY_WARNING] = ENT_LISTED - errors};
    guint length = ent_report_length(state->report), more = 0;

    for (guint i = 0; i < length; i++) {
        const EntFinding *finding = ent_report_get(state->report, i);

        if (!ent_finding_shown(state, finding))
            continue;
        if (left[finding->severity] == 0) {
            more++;
            continue;
        }
        left[finding->severity]--;
        put_finding(output, finding, state->color ? &ansi : &none, room);
    }
    if (more)
        ent_putf(output, "… and %u more\n", more);
}

static void write_remark(EntOutput *output, const EntMessageState *state, const EntRemark *remark)
{
    const Colors *colors = state->color ? &ansi : &none;

    if (remark->level != ENT_LEVEL_SUMMARY)
        ent_putf(output, "%sentente:%s ", colors->bold, colors->end);
    if (remark->level < ENT_LEVEL_SUMMARY)
        ent_putf(output, "%s%s:%s ", color_of(colors, remark->level), ent_level_name(remark->level),
                 colors->end);
    put_safe(output, remark->text);
    ent_put(output, "\n");
}

const EntMessageForm ent_message_form_text = {
    .name = "text",
    .findings = write_findings,
    .remark = write_remark,
};

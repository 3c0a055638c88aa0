/* SPDX-License-Identifier: MIT */
/* Newline-delimited JSON, a line at a time. */
#include "base/json_scan.h"
#include "base/place.h"

#include <string.h>

struct EntLines {
    EntInput *input;
    guint32 line;  /* of the window's first byte */
    gsize pending; /* bytes of the window that the last line took */
    bool started;
    bool stopped; /* the text is no UTF-8 at all */
};

EntLines *ent_lines_new(EntInput *input)
{
    EntLines *lines = g_new0(EntLines, 1);
    lines->input = input;
    lines->line = 1;
    return lines;
}

void ent_lines_free(EntLines *lines)
{
    g_free(lines);
}

/* The length of the line that the window begins with; *more: a line break follows it. */
static gsize find_end(EntLines *lines, bool *more)
{
    gsize length, seen = 0;
    for (;;) {
        const char *text = ent_input_window(lines->input, &length);
        const char *found = memchr(text + seen, '\n', length - seen);
        *more = found != NULL;
        if (*more)
            return (gsize)(found - text);
        seen = length;
        if (!ent_input_fill(lines->input))
            return length;
    }
}

/* Scans the line's value. The line is ended by a NUL meanwhile, so that its value ends in it. */
static gsize scan_line(char *text, gsize length, EntJsonFault *wrong)
{
    char after = text[length];
    text[length] = '\0';
    gsize end = ent_json_scan(text, length, wrong);
    gsize rest = end == 0 ? 0 : ent_json_space(text, length, end);
    text[length] = after;
    if (end > 0 && rest < length) {
        wrong->what = "text after the end of the line's JSON value";
        wrong->at = rest;
        return 0;
    }
    return end;
}

static bool give_fault(const EntLines *lines, EntSlice *slice, const char *text, gsize at,
                       const char *what)
{
    slice->kind = ENT_SLICE_FAULT;
    slice->what = what;
    slice->offset = ent_input_offset(lines->input) + at;
    slice->line = lines->line;
    slice->column = 1 + (guint32)ent_code_points(text, at);
    return true;
}

static bool give_line(EntLines *lines, EntSlice *slice, gsize start, gsize length)
{
    EntJsonFault wrong;
    /* The window is the input's own memory, and as it was when this returns. */
    char *text = (char *)ent_input_window(lines->input, NULL);
    gsize end = scan_line(text, length, &wrong);
    if (end == 0)
        return give_fault(lines, slice, text, wrong.at, wrong.what);
    slice->kind = ENT_SLICE_VALUE;
    slice->text = text + start;
    slice->length = end - start;
    slice->has_nul = wrong.has_nul;
    slice->offset = ent_input_offset(lines->input) + start;
    slice->line = lines->line;
    slice->column = 1 + (guint32)start;
    return true;
}

/* False where the reading is over before it begins. */
static bool start(EntLines *lines, EntSlice *slice)
{
    lines->started = true;
    const char *what = ent_json_skip_mark(lines->input);
    if (what == NULL)
        return true;
    lines->stopped = true;
    give_fault(lines, slice, "", 0, what);
    return false;
}

bool ent_lines_next(EntLines *lines, EntSlice *slice)
{
    *slice = (EntSlice){.kind = ENT_SLICE_END};
    if (!lines->started && !start(lines, slice))
        return true;
    for (bool more = !lines->stopped; more;) {
        if (lines->pending > 0)
            lines->line++;
        ent_input_consume(lines->input, lines->pending);
        gsize length = find_end(lines, &more);
        if (ent_input_failed(lines->input))
            break;
        const char *text = ent_input_window(lines->input, NULL);
        gsize first = ent_json_space(text, length, 0);
        lines->pending = length + (more ? 1 : 0);
        if (first < length)
            return give_line(lines, slice, first, length);
    }
    if (ent_input_failed(lines->input))
        slice->kind = ENT_SLICE_FAILED;
    return false;
}

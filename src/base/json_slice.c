/* SPDX-License-Identifier: MIT */
/* The slicer: keeps only where it is in the document; all else is in the input's window. */
#include "base/json_scan.h"
#include "base/place.h"

#include <string.h>

typedef enum { AT_START, IN_DOCUMENT, IN_SECTION, AT_TAIL, AT_END } Stage;

/* What a stage did: moved on, filled the slice, or ended the reading. */
typedef enum { STEP_ON, STEP_GIVEN, STEP_OVER } Step;

struct EntSlicer {
    EntInput *input;
    const char *const *sections;
    Stage stage;
    bool first;          /* nothing was read yet of the container at hand */
    const char *section; /* IN_SECTION: its name, and whether it is an array */
    bool array;
    guint32 line, column; /* of the window's first byte */
    gsize pending;        /* bytes of the window that the last slice took */
    EntSliceKind last;    /* AT_END: what is given for ever after */
};

EntSlicer *ent_slicer_new(EntInput *input, const char *const *sections)
{
    EntSlicer *slicer = g_new0(EntSlicer, 1);
    slicer->input = input;
    slicer->sections = sections;
    slicer->line = slicer->column = 1;
    return slicer;
}

void ent_slicer_free(EntSlicer *slicer)
{
    g_free(slicer);
}

const char *ent_json_skip_mark(EntInput *input)
{
    gsize length;
    const char *text = ent_input_window(input, &length);
    while (length < 3 && ent_input_fill(input))
        text = ent_input_window(input, &length);
    if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0))
        return "UTF-16 text: JSON is UTF-8";
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        ent_input_consume(input, 3);
    return NULL;
}

bool ent_json_grow(EntInput *input)
{
    gsize before, length;
    ent_input_window(input, &before);
    do
        ent_input_window(input, &length);
    while (length < 2 * before + 1 && ent_input_fill(input));
    return length > before;
}

static void consume(EntSlicer *slicer, gsize bytes)
{
    ent_place_advance(&slicer->line, &slicer->column, ent_input_window(slicer->input, NULL), bytes);
    ent_input_consume(slicer->input, bytes);
}

/* Puts the window's first byte's place into the slice. */
static void set_place(const EntSlicer *slicer, EntSlice *slice)
{
    slice->offset = ent_input_offset(slicer->input);
    slice->line = slicer->line;
    slice->column = slicer->column;
}

static Step end_with(EntSlicer *slicer, EntSlice *slice, EntSliceKind kind)
{
    if (ent_input_failed(slicer->input))
        kind = ENT_SLICE_FAILED;
    slicer->stage = AT_END;
    slicer->last = slice->kind = kind;
    return STEP_OVER;
}

/* A fault `at` bytes into the window. */
static Step fault(EntSlicer *slicer, EntSlice *slice, gsize at, const char *what)
{
    *slice = (EntSlice){.what = what};
    consume(slicer, at);
    set_place(slicer, slice);
    return end_with(slicer, slice, ENT_SLICE_FAULT);
}

/* The next byte that is no white space, which becomes the window's first; -1 at the end. */
static int peek(EntSlicer *slicer)
{
    gsize length;
    do {
        const char *text = ent_input_window(slicer->input, &length);
        gsize space = ent_json_space(text, length, 0);
        if (space > 0)
            consume(slicer, space);
        if (space < length)
            return (guchar)text[space];
    } while (ent_input_fill(slicer->input));
    return -1;
}

/* Gives the value, or with `member` the member, that the window begins with. */
static Step give(EntSlicer *slicer, EntSlice *slice, EntSliceKind kind, bool member)
{
    EntJsonFault wrong;
    gsize length, end;
    do {
        const char *text = ent_input_window(slicer->input, &length);
        end = member ? ent_json_scan_member(text, length, &slice->value, &wrong)
                     : ent_json_scan(text, length, &wrong);
    } while (wrong.more && ent_json_grow(slicer->input));
    if (end == 0 || ent_input_failed(slicer->input))
        return fault(slicer, slice, wrong.at, wrong.what);
    set_place(slicer, slice);
    slice->kind = kind;
    slice->text = ent_input_window(slicer->input, NULL);
    slice->length = slicer->pending = end;
    slice->has_nul = wrong.has_nul;
    return STEP_GIVEN;
}

static const char *find_section(const EntSlicer *slicer, const char *key, gsize length)
{
    if (slicer->sections == NULL)
        return NULL;
    g_autofree char *name = ent_json_unquote(key, length);
    for (const char *const *section = slicer->sections; *section != NULL; section++)
        if (strcmp(*section, name) == 0)
            return *section;
    return NULL;
}

/* Opens the section whose key ends at `end` of the window and whose value begins at `value`. */
static Step open_section(EntSlicer *slicer, EntSlice *slice, gsize end, gsize value)
{
    slice->text = ent_input_window(slicer->input, NULL);
    slice->kind = ENT_SLICE_SECTION;
    slice->length = end;
    slice->section = slicer->section;
    slice->array = slicer->array = slice->text[value] == '[';
    set_place(slicer, slice);
    slicer->pending = value + 1;
    slicer->stage = IN_SECTION;
    slicer->first = true;
    return STEP_GIVEN;
}

/*
 * Where the key that the window begins with ends, and where its value begins; false where there is
 * no key with a value, which is told when the member is scanned.
 */
static bool find_value(EntSlicer *slicer, gsize *end, gsize *value)
{
    if (*ent_input_window(slicer->input, NULL) != '"')
        return false;
    EntJsonFault wrong;
    gsize length;
    bool colon;
    do {
        const char *text = ent_input_window(slicer->input, &length);
        *end = ent_json_scan(text, length, &wrong);
        *value = ent_json_space(text, length, *end);
        colon = *end > 0 && text[*value] == ':';
        *value = ent_json_space(text, length, *value + (colon ? 1 : 0));
    } while ((wrong.more || *value == length) && ent_json_grow(slicer->input));
    return colon;
}

/* A member of the document, which the window begins with: a section or a slice of its own. */
static Step give_member(EntSlicer *slicer, EntSlice *slice)
{
    gsize end = 0, value = 0;
    slicer->section = NULL;
    if (find_value(slicer, &end, &value)) {
        const char *text = ent_input_window(slicer->input, NULL);
        if (text[value] == '{' || text[value] == '[')
            slicer->section = find_section(slicer, text, end);
    }
    if (slicer->section != NULL)
        return open_section(slicer, slice, end, value);
    return give(slicer, slice, ENT_SLICE_MEMBER, true);
}

/* Moves to the next member or item; STEP_GIVEN: there is one, STEP_ON: the container ends. */
static Step next_item(EntSlicer *slicer, EntSlice *slice, bool object)
{
    int close = object ? '}' : ']', byte = peek(slicer);
    if (byte == ',' && !slicer->first) {
        EntSlice comma = {0};
        set_place(slicer, &comma);
        consume(slicer, 1);
        if (peek(slicer) != close)
            return STEP_GIVEN;
        *slice = comma;
        slice->what = ENT_JSON_TRAILING_COMMA;
        return end_with(slicer, slice, ENT_SLICE_FAULT);
    }
    if (byte == close) {
        consume(slicer, 1);
        return STEP_ON;
    }
    if (byte < 0)
        return fault(slicer, slice, 0, object ? ENT_JSON_IN_OBJECT : ENT_JSON_IN_ARRAY);
    if (slicer->first)
        return STEP_GIVEN;
    const char *text = ent_input_window(slicer->input, NULL);
    return fault(slicer, slice, 0, ent_json_no_comma(text, object));
}

static Step step_start(EntSlicer *slicer, EntSlice *slice)
{
    const char *what = ent_json_skip_mark(slicer->input);
    if (what != NULL)
        return fault(slicer, slice, 0, what);
    int byte = peek(slicer);
    if (byte < 0)
        return fault(slicer, slice, 0, "no JSON value");
    if (byte != '{') {
        slicer->stage = AT_TAIL;
        return give(slicer, slice, ENT_SLICE_VALUE, false);
    }
    consume(slicer, 1);
    slicer->stage = IN_DOCUMENT;
    slicer->first = true;
    return STEP_ON;
}

static Step step_document(EntSlicer *slicer, EntSlice *slice)
{
    Step step = next_item(slicer, slice, true);
    slicer->first = false;
    if (step == STEP_GIVEN)
        return give_member(slicer, slice);
    if (step == STEP_ON)
        slicer->stage = AT_TAIL;
    return step;
}

static Step step_section(EntSlicer *slicer, EntSlice *slice)
{
    Step step = next_item(slicer, slice, !slicer->array);
    slicer->first = false;
    if (step == STEP_GIVEN) {
        slice->section = slicer->section;
        slice->array = slicer->array;
        return give(slicer, slice, ENT_SLICE_ENTRY, !slicer->array);
    }
    if (step == STEP_ON)
        slicer->stage = IN_DOCUMENT;
    return step;
}

static Step step_tail(EntSlicer *slicer, EntSlice *slice)
{
    if (peek(slicer) < 0)
        return end_with(slicer, slice, ENT_SLICE_END);
    return fault(slicer, slice, 0, "text after the end of the JSON value");
}

bool ent_slicer_next(EntSlicer *slicer, EntSlice *slice)
{
    static Step (*const steps[])(EntSlicer *, EntSlice *) = {
        [AT_START] = step_start,
        [IN_DOCUMENT] = step_document,
        [IN_SECTION] = step_section,
        [AT_TAIL] = step_tail,
    };
    *slice = (EntSlice){.kind = slicer->last};
    consume(slicer, slicer->pending);
    slicer->pending = 0;
    Step step = STEP_ON;
    while (step == STEP_ON && slicer->stage != AT_END)
        step = steps[slicer->stage](slicer, slice);
    return step == STEP_GIVEN;
}

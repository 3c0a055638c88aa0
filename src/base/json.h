/* SPDX-License-Identifier: MIT */
/*
 * Strict JSON (RFC 8259) as text: checking, slicing into values, finding places, escaping.
 * Decoding is cJSON's, one slice at a time (json_decode.h); the slicer refuses before what cJSON
 * lets pass.
 */
#ifndef ENT_BASE_JSON_H
#define ENT_BASE_JSON_H

#include <stdbool.h>
#include <entente/error.h>
#include "base/input.h"

#define ENT_JSON_DEPTH 512 /* values nested deeper are refused */

typedef struct {
    const char *what; /* what is wrong, a constant; NULL: nothing */
    gsize at;         /* where, in bytes from the start of the text */
    bool more;        /* the text ended inside the value, or may have: see ent_json_scan() */
    bool has_nul;     /* a string holds \u0000: JSON, but no text */
} EntJsonFault;

/*
 * Checks the one value that text begins with (white space before it is skipped); the end of the
 * value, or 0 and what is wrong in *fault, which is always set. text[length] must be readable and
 * NUL. UTF-8 is checked. What follows the value is not looked at, but a letter or digit that
 * touches a number or literal is a fault of it.
 *
 * A number or literal that reaches the end of the text counts as complete; fault->more is true
 * then too, for a caller who knows that the file goes on.
 */
gsize ent_json_scan(const char *text, gsize length, EntJsonFault *fault);

/* The same for a member (`"key": value`); *value is where its value begins. */
gsize ent_json_scan_member(const char *text, gsize length, gsize *value, EntJsonFault *fault);

/* Where the next character that is no JSON white space stands, at most length. */
gsize ent_json_space(const char *text, gsize length, gsize at);

typedef struct {
    gsize start, length;
} EntSpan;

/*
 * Finds the value (or, with key, the member's key) that an RFC 6901 pointer names in a checked
 * text; of members of the same name the last. An empty pointer is the whole value. A text that
 * begins with a member (`"key": value`) is searched in its value, and its key is that of "".
 */
bool ent_json_find(const char *text, gsize length, const char *pointer, bool key, EntSpan *span);

/*
 * The members of an object or the items of an array in turn: *at is 0 for the first and is moved
 * on. *key (with its quotes) is empty for an item. False after the last.
 */
bool ent_json_next(const char *text, EntSpan container, gsize *at, EntSpan *key, EntSpan *value);

/* Whether a key, with its quotes, says name. */
bool ent_json_key_is(const char *text, EntSpan key, const char *name);

/* Appends a pointer's step, escaped. */
void ent_json_pointer_add(GString *pointer, const char *step);

/* The checked JSON text without white space between its tokens; the caller's. */
char *ent_json_compact(const char *text, gsize length);

/* The text that a checked JSON string (quotes included) stands for; the caller's. A \u0000 ends
 * it early. */
char *ent_json_unquote(const char *text, gsize length);

/* Appends text as a JSON string, quotes included. */
void ent_json_quote(GString *out, const char *text);

/*
 * Slicing: a file as a sequence of checked pieces that fit the window of an input one at a time.
 *
 * A document that is an object comes as its members. A member named in `sections` whose value is
 * an object or an array is opened up: first the section itself, then its entries. Any other
 * document comes as one value. After it only white space may follow; a byte order mark before it
 * is skipped.
 */
typedef enum {
    ENT_SLICE_VALUE,   /* the document is no object: its value; of lines: a line's value */
    ENT_SLICE_MEMBER,  /* a member of the document */
    ENT_SLICE_SECTION, /* the key of a section; its entries follow */
    ENT_SLICE_ENTRY,   /* a member or an item of a section */
    ENT_SLICE_END,
    ENT_SLICE_FAULT,  /* no JSON, see what */
    ENT_SLICE_FAILED, /* reading failed, see ent_input_close() */
} EntSliceKind;

typedef struct {
    EntSliceKind kind;
    bool array;          /* SECTION, ENTRY: the section is an array */
    bool has_nul;        /* a string holds \u0000 */
    const char *section; /* SECTION, ENTRY: its name, as given */
    /* MEMBER, and ENTRY of an object: from the key's opening quote to the value's end; SECTION: the
     * key with its quotes; else the value. Lives until the next call. */
    const char *text;
    gsize length;
    gsize value;          /* where the value begins in text */
    guint64 offset;       /* of text[0] in the file; of a FAULT, its place */
    guint32 line, column; /* of the same, from 1; the column in code points */
    const char *what;     /* FAULT: a constant */
} EntSlice;

typedef struct EntSlicer EntSlicer;

/* input is borrowed; sections is NULL-terminated, borrowed, and may be NULL. */
EntSlicer *ent_slicer_new(EntInput *input, const char *const *sections);
void ent_slicer_free(EntSlicer *slicer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntSlicer, ent_slicer_free)

/* The next slice; false at END, FAULT, FAILED. */
bool ent_slicer_next(EntSlicer *slicer, EntSlice *slice);

/*
 * The same for newline-delimited JSON: every line that is not blank is one VALUE. A line that is
 * not comes as a FAULT, and reading goes on with the next one.
 */
typedef struct EntLines EntLines;

EntLines *ent_lines_new(EntInput *input);
void ent_lines_free(EntLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntLines, ent_lines_free)

/* The next line's slice, FAULTs included; false at END and FAILED. */
bool ent_lines_next(EntLines *lines, EntSlice *slice);

#endif

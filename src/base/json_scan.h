/* SPDX-License-Identifier: MIT */
/* What the scanner is made of, and what it shares with the slicers. */
#ifndef ENT_BASE_JSON_SCAN_H
#define ENT_BASE_JSON_SCAN_H

#include "base/json.h"

#define ENT_JSON_TRAILING_COMMA "trailing comma"
#define ENT_JSON_IN_OBJECT      "text ends inside an object"
#define ENT_JSON_IN_ARRAY       "text ends inside an array"

/* What is expected next, or how the scanning ended. */
typedef enum {
    ENT_SCAN_VALUE,
    ENT_SCAN_KEY,
    ENT_SCAN_AFTER, /* a value was read */
    ENT_SCAN_DONE,
    ENT_SCAN_FAULT,
} EntScanState;

/* A NUL stands at end: it stops every inner loop, so that none of them looks at the length. */
typedef struct {
    const guint8 *start, *end, *at;
    EntJsonFault *fault;
    guint depth;
    guint64 objects[ENT_JSON_DEPTH / 64]; /* a bit for each open level: it is an object */
} EntScan;

/* Notes a fault at `at`; always ENT_SCAN_FAULT. */
EntScanState ent_scan_fail(EntScan *scan, const guint8 *at, const char *what);

/* The same, unless the text ends at `looked`, where it was found: then with `inside` and more. */
EntScanState ent_scan_fail_unless_end(EntScan *scan, const guint8 *at, const guint8 *looked,
                                      const char *what, const char *inside);

/* The same where scan->at is looked at and at fault; of what is no UTF-8, that is told. */
EntScanState ent_scan_fail_here(EntScan *scan, const char *what, const char *inside);

/* scan->at is at the opening quote; moves it past the closing one. False: a fault. */
bool ent_scan_string(EntScan *scan);

static inline bool ent_is_utf8_tail(guint8 byte)
{
    return (byte & 0xc0) == 0x80;
}

/* Bytes of the character that `at` begins with, which is not ASCII; 0 where it is no UTF-8. */
static inline guint ent_utf8_length(const guint8 *at)
{
    guint8 lead = at[0];
    if (lead < 0xe0)
        return lead >= 0xc2 && ent_is_utf8_tail(at[1]) ? 2 : 0;
    if (lead < 0xf0) {
        guint8 least = lead == 0xe0 ? 0xa0 : 0x80, most = lead == 0xed ? 0x9f : 0xbf;
        return at[1] >= least && at[1] <= most && ent_is_utf8_tail(at[2]) ? 3 : 0;
    }
    if (lead > 0xf4)
        return 0;
    guint8 least = lead == 0xf0 ? 0x90 : 0x80, most = lead == 0xf4 ? 0x8f : 0xbf;
    return at[1] >= least && at[1] <= most && ent_is_utf8_tail(at[2]) && ent_is_utf8_tail(at[3])
               ? 4
               : 0;
}

/* What is wrong with the byte at text, in words, where a value, a key, or a ',' or the closing
 * bracket should stand. */
const char *ent_json_no_value(const char *text);
const char *ent_json_no_key(const char *text);
const char *ent_json_no_comma(const char *text, bool object);

/* Skips the byte order mark that the input may begin with; NULL, or why it is no UTF-8 text. */
const char *ent_json_skip_mark(EntInput *input);

/* Fills the window to twice what it holds, so that scanning it anew stays linear; false where
 * there was nothing more. */
bool ent_json_grow(EntInput *input);

#endif

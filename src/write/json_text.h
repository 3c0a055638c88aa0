/* SPDX-License-Identifier: MIT */
/*
 * JSON put together piece by piece on a line of text, spaced for people or compact for machines.
 */
#ifndef ENT_WRITE_JSON_TEXT_H
#define ENT_WRITE_JSON_TEXT_H

#include <stdbool.h>
#include <glib.h>

typedef struct {
    const char *open, *close; /* of an object that is not empty */
    const char *comma, *colon;
    const char *open_list, *close_list; /* of a list of objects */
} EntJsonStyle;

extern const EntJsonStyle ent_json_spaced;        /* { "a": 1, "b": [2, 3] } */
extern const EntJsonStyle ent_json_compact_style; /* {"a":1,"b":[2,3]} */

/* An object that is being put on a line. */
typedef struct {
    GString *line;
    const EntJsonStyle *style;
    bool any; /* whether it has a member yet */
} EntJsonObject;

/* The next member's key; its value is to follow. */
void ent_json_key(EntJsonObject *object, const char *key);
/* A member that is a text, left out where it is NULL. */
void ent_json_text(EntJsonObject *object, const char *key, const char *text);
void ent_json_end(EntJsonObject *object);

/* Appends the shortest number that reads back as the same double. number is finite. */
void ent_json_double(GString *line, double number);

/* Appends compact JSON text in the style, its strings with no escape but what JSON demands; their
 * content stays, as do the digits of numbers. */
void ent_json_value(GString *line, const char *json, const EntJsonStyle *style);

#endif

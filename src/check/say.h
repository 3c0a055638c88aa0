/* SPDX-License-Identifier: MIT */
/* What the checks share: going over all facts, naming things, hinting at near names. */
#ifndef ENT_CHECK_SAY_H
#define ENT_CHECK_SAY_H

#include "check/check.h"

#define ENT_HINTS_MOST 50 /* findings of one check that get a hint which is dear to compute */

/* Calls visit for each node that is declared, then for each edge. */
void ent_each_fact(const EntChecking *checking, void (*visit)(const EntFact *fact, gpointer data),
                   gpointer data);

/* Adds a finding about what a pointer names in a fact; the pointer is made as by printf from
 * pointer and number. hint may be NULL and is taken; message is taken. */
typedef struct {
    EntSeverity severity;
    const char *code;
    const EntOrigin *origin;
    const char *pointer; /* "/evidence/%u/quote" or one without a number */
    guint32 number;
    bool key;
} EntAbout;
void ent_say(EntChecking *checking, const EntAbout *about, char *hint, char *message);

/* A text in double quotes, cut where it is long; the caller's. */
char *ent_say_name(const char *text);

/* Where a fact stands: "line 12", with its file where that is another than here's; the caller's. */
char *ent_say_place(const EntChecking *checking, const EntOrigin *origin, const EntOrigin *here);

/* Names to look among for what was meant. Zero-initialised but for names. */
typedef struct {
    GPtrArray *names; /* const char *, NULL-terminated; NULL: none */
    guint asked;
    gsize looked;
} EntNames;

/* `did you mean "wong"?`, the caller's; NULL where nothing is near or enough was looked for: the
 * work is bounded, however many names and findings there are. */
char *ent_names_hint(EntNames *names, const char *wanted);

#endif

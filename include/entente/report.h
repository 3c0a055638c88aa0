/* SPDX-License-Identifier: MIT */
/*
 * A report collects findings: what is wrong with a user's facts, each with its place. Work goes on
 * after a finding, so that one run lists them all.
 */
#ifndef ENTENTE_REPORT_H
#define ENTENTE_REPORT_H

#include <stdbool.h>
#include <entente/error.h>
#include <entente/place.h>

G_BEGIN_DECLS

typedef enum {
    ENT_SEVERITY_ERROR,   /* stops every command but check */
    ENT_SEVERITY_WARNING, /* never stops */
} EntSeverity;

typedef struct {
    EntSeverity severity;
    const char *code; /* a constant in kebab-case: "unknown-node" */
    EntPlace place;
    char *message; /* no capital, no full stop */
    char *hint;    /* NULL where there is none */
    char *excerpt; /* the place's line, NULL where there is none */
} EntFinding;

typedef struct EntReport EntReport;

ENT_API EntReport *ent_report_new(void);
ENT_API void ent_report_free(EntReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntReport, ent_report_free)

/* Takes message and hint. excerpt may be NULL. */
ENT_API void ent_report_add(EntReport *report, EntSeverity severity, const char *code,
                            const EntPlace *place, char *message, char *hint, char *excerpt);

ENT_API guint ent_report_count(const EntReport *report, EntSeverity severity);
ENT_API guint ent_report_length(const EntReport *report);

/* The INDEXth finding in order of file (as first named), line, column; borrowed. */
ENT_API const EntFinding *ent_report_get(EntReport *report, guint index);

G_END_DECLS

#endif

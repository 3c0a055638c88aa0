/* SPDX-License-Identifier: MIT */
/*
 * What facts are made of: sources, nodes, edges and their evidence, as plain structs that a
 * dossier (dossier.h) gives out to read.
 *
 * Ownership: every pointer in here belongs to the dossier and lives as long as it. All text is
 * valid UTF-8 without control characters other than tab and line breaks.
 */
#ifndef ENTENTE_FACTS_H
#define ENTENTE_FACTS_H

#include <stdbool.h>
#include <entente/date.h>

G_BEGIN_DECLS

#define ENT_NONE G_MAXUINT32 /* no node, no edge, no source */

/* Whether a fact is said to be so. The order is that of the words in every output. */
typedef enum {
    ENT_STATUS_ACTUAL,
    ENT_STATUS_PLANNED,
    ENT_STATUS_ALLEGED,
    ENT_STATUS_DENIED,
} EntStatus;

#define ENT_STATUS_COUNT 4

/* "actual", "planned", ... */
ENT_API const char *ent_status_name(EntStatus status);

/* Where a fact was read: one fact of one file. */
typedef struct {
    guint64 offset : 48; /* of its first byte in the file */
    guint64 file : 16;   /* index of the file */
    guint32 line;        /* from 1; 0 where the format has no lines */
    guint32 column;      /* from 1, in code points */
} EntOrigin;

/* A list of texts; items is NULL when length is 0. */
typedef struct {
    const char *const *items;
    guint32 length;
} EntTexts;

/*
 * A named value kept as compact JSON text: "\"abc\"", "12.50", "true", "[\"a\",\"b\"]".
 * Numbers keep the digits they were written with.
 */
typedef struct {
    const char *name;
    const char *json;
} EntProperty;

typedef struct {
    const EntProperty *items;
    guint32 length;
} EntProperties;

/* A sum. The value is a decimal string as written ("300000000.50"), never a binary double. */
typedef struct {
    const char *value;    /* NULL: no amount */
    const char *currency; /* ISO 4217, NULL if not given */
    const char *text;     /* as the source writes it, NULL if not given */
    EntProperties extras; /* the x-... keys, in the order written */
} EntAmount;

/* What few facts have; a fact without any of it shares one empty value. */
typedef struct {
    EntDate date, start, end, by;
    EntAmount amount;
    bool has_count;
    gint64 count;             /* nodes */
    EntTexts aliases;         /* nodes */
    EntProperties ids;        /* nodes: registry -> id there; json is a JSON string */
    EntTexts same_as;         /* nodes: ids as written */
    EntTexts not_same_as;     /* nodes */
    const char *note;         /* NULL if none */
    EntProperties properties; /* in the order written */
    EntProperties extras;     /* the x-... keys, in the order written */
} EntDetails;

/* What nodes and edges have in common. */
typedef struct {
    EntOrigin origin;
    const EntDetails *details; /* never NULL */
    double confidence;         /* 0 to 1 */
    guint32 evidence;          /* index of its first evidence */
    guint32 evidence_length;   /* how many follow one another from there */
    guint8 status;             /* EntStatus */
} EntFact;

typedef struct {
    EntFact fact;
    const char *id;
    const char *name; /* never NULL: the id where none was given */
    guint32 type;     /* index of the node type, see ent_dossier_node_type() */
    bool declared;    /* always true in a dossier; false while only edges speak of it */
} EntNode;

typedef struct {
    EntFact fact;
    const char *id; /* NULL where none was written; see ent_dossier_edge_id() */
    double weight;  /* > 0 */
    guint32 from, to;
    guint32 type; /* index of the edge type */
} EntEdge;

typedef struct {
    EntOrigin origin;
    const char *id;
    const char *title, *publisher, *author, *url, *file, *sha256, *language, *licence; /* or NULL */
    EntDate published, retrieved;
    char reliability; /* 'A' to 'F', 0 if not given */
    bool declared;
    bool has_text;        /* `file` was read, and the quotes were looked for in it */
    EntProperties extras; /* the x-... keys, in the order written */
} EntSource;

typedef struct {
    const char *prefix, *suffix, *page, *note; /* NULL if not given */
    bool page_is_number;                       /* page was written as a number */
    EntProperties extras;
} EntEvidenceDetails;

typedef struct {
    const char *quote;
    const EntEvidenceDetails *details; /* never NULL */
    guint32 source;
    /* Where the quote stands in its source's text, in code points, end excluded; both 0 where the
     * source has no text or the quote was not found once. */
    guint32 start, end;
} EntEvidence;

G_END_DECLS

#endif

/* SPDX-License-Identifier: MIT */
/*
 * The facts as they are gathered: arrays of sources, nodes, edges and evidence. Readers add, checks
 * look (and note where quotes stand), then a dossier takes them.
 *
 * Indices are given at first mention: an edge may speak of a node that is declared later.
 */
#ifndef ENT_MODEL_FACTS_STORE_H
#define ENT_MODEL_FACTS_STORE_H

#include <entente/facts.h>
#include <entente/report.h>
#include "base/input.h"

typedef struct EntFacts EntFacts;
typedef struct EntFile EntFile;

/* One file that facts came from. locate is its reader's: it finds what a pointer names (RFC 6901,
 * keys as in FACTS: "/evidence/0/quote", "/from") inside the fact at origin. */
struct EntFile {
    EntInput *input;
    bool (*locate)(const EntFile *file, const EntOrigin *origin, const char *pointer, bool key,
                   EntPlace *place, char **excerpt);
};

struct EntFacts {
    GArray *files;         /* EntFile */
    GArray *nodes;         /* EntNode */
    GArray *edges;         /* EntEdge */
    GArray *sources;       /* EntSource */
    GArray *evidence;      /* EntEvidence */
    GPtrArray *node_types; /* const char *: a node's type indexes it */
    GPtrArray *edge_types;
    GPtrArray *source_texts; /* char * by source, NULL where it has none or it is not kept; filled
                                by the checks */
    const char *title, *description, *schema;
    EntOrigin schema_origin;
    EntProperties extras;
    struct EntFactsPrivate *private;
};

EntFacts *ent_facts_new(void);
/* Makes room for facts of so many bytes of text, before any is added: it is not touched until it is
 * used, while arrays that grow are copied again and again. */
void ent_facts_expect(EntFacts *facts, guint64 bytes);
void ent_facts_free(EntFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntFacts, ent_facts_free)

/* Takes input; the index for EntOrigin.file. At most 65,535 files: G_MAXUINT16 when full. */
guint ent_facts_add_file(EntFacts *facts, EntInput *input, const EntFile *like);
const EntFile *ent_facts_file(const EntFacts *facts, guint index);

/* The facts' copy of text, mostly the same for the same text; NULL for NULL. */
const char *ent_facts_text(EntFacts *facts, const char *text);

/* Memory that lives as long as the facts, zeroed, aligned for any type. */
gpointer ent_facts_alloc(EntFacts *facts, gsize size);

/* The index of a node or source by id, made (undeclared) at first mention. */
guint32 ent_facts_node(EntFacts *facts, const char *id);
guint32 ent_facts_source(EntFacts *facts, const char *id);
/* The same without making one: ENT_NONE. */
guint32 ent_facts_find_node(const EntFacts *facts, const char *id);
guint32 ent_facts_find_source(const EntFacts *facts, const char *id);

/* Many nodes at once, which is quicker than one by one: indices[i] is that of ids[i], NULL among
 * them. */
void ent_facts_find_nodes(const EntFacts *facts, const char *const *ids, gsize length,
                          guint32 *indices);

guint32 ent_facts_node_type(EntFacts *facts, const char *name);
guint32 ent_facts_edge_type(EntFacts *facts, const char *name);

#define ent_facts_get_node(facts, i)     (&g_array_index((facts)->nodes, EntNode, i))
#define ent_facts_get_edge(facts, i)     (&g_array_index((facts)->edges, EntEdge, i))
#define ent_facts_get_source(facts, i)   (&g_array_index((facts)->sources, EntSource, i))
#define ent_facts_get_evidence(facts, i) (&g_array_index((facts)->evidence, EntEvidence, i))

/* Where evidence was written: as an item of a fact's list. */
typedef struct {
    EntOrigin origin; /* of the fact */
    guint32 item;     /* in its "evidence", from 0 */
} EntEvidencePlace;

/* Notes that evidence was not written where its fact and its order tell: it came from another
 * file's declaration, or follows an item that was refused. Called with ascending indices. */
void ent_facts_evidence_at(EntFacts *facts, guint32 evidence, EntEvidencePlace place);

/* Where evidence of a fact was written. */
EntEvidencePlace ent_facts_evidence_place(const EntFacts *facts, const EntFact *fact,
                                          guint32 evidence);

/* Keeps a top-level x-... key; the first of a name stands. */
void ent_facts_add_extra(EntFacts *facts, const char *name, const char *json);

/* The details and evidence details of a fact that has none. */
extern const EntDetails ent_no_details;
extern const EntEvidenceDetails ent_no_evidence_details;

/*
 * Adds a finding about what pointer names in the fact at origin (key: about the key itself).
 * hint may be NULL and is taken. The place is looked up at once.
 */
void ent_facts_finding(const EntFacts *facts, EntReport *report, EntSeverity severity,
                       const char *code, const EntOrigin *origin, const char *pointer, bool key,
                       char *hint, const char *format, ...) G_GNUC_PRINTF(9, 10);

#endif

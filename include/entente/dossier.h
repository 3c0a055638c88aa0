/* SPDX-License-Identifier: MIT */
/*
 * A dossier: facts files, read, checked and joined, in memory. It never changes once made; filters
 * and as-of are views of it (view.h), a projection is a dossier of its own (project.h).
 *
 * A node is named by its index, 0 to n-1, dense, in order of first appearance in the facts; so are
 * edges and sources, in order of the facts. Indices are the only names the other layers use.
 */
#ifndef ENTENTE_DOSSIER_H
#define ENTENTE_DOSSIER_H

#include <entente/facts.h>
#include <entente/report.h>
#include <entente/schema.h>

G_BEGIN_DECLS

typedef struct EntDossier EntDossier;

typedef struct {
    const char *format; /* a reader's name for all files; NULL: from each file's ending */
    const char *schema; /* overrides what the files say; NULL: what they say, or "diplomacy" */
    /* A source's `file` that is not there: an error where its quotes are to be checked, else a
     * warning, as for facts handed on without texts that belong to others. */
    bool texts_wanted;
    /* The texts of sources are let go once their quotes are looked for, as they are needed no more:
     * ent_dossier_source_text() is NULL then. */
    bool texts_dropped;
    const char *input_name; /* how standard input is called in findings; NULL: "<stdin>" */
    /* Called now and then with the share done, 0 to 1; returns false to stop. NULL: nobody. */
    bool (*progress)(double share, gpointer data);
    gpointer progress_data;
} EntLoadOptions;

/*
 * Reads and checks the files ("-" is standard input) as one dossier. Findings go to report.
 * NULL with *error unset means that there are findings of severity error; NULL with *error set
 * means that a file could not be read at all. options may be NULL.
 */
ENT_API EntDossier *ent_dossier_load(const char *const *paths, gsize length,
                                     const EntLoadOptions *options, EntReport *report,
                                     GError **error);
/* What was derived from it (project.h) keeps what it needs. */
ENT_API void ent_dossier_free(EntDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntDossier, ent_dossier_free)

ENT_API const char *ent_dossier_title(const EntDossier *dossier);       /* NULL if none */
ENT_API const char *ent_dossier_description(const EntDossier *dossier); /* NULL if none */
/* What the facts call their schema: a built-in name or a path; NULL if they do not say. */
ENT_API const char *ent_dossier_schema_name(const EntDossier *dossier);
/* The top-level x-... keys. */
ENT_API EntProperties ent_dossier_extras(const EntDossier *dossier);

/* How a dossier was made of a part of another one, see project.h. */
typedef struct {
    char *words;    /* "projected via MOU, agreement" */
    char **filters; /* what it was made of and how, as ent_view_filters() has it */
} EntDerivation;

/* NULL of a dossier that was read. */
ENT_API const EntDerivation *ent_dossier_derivation(const EntDossier *dossier);

ENT_API guint32 ent_dossier_node_count(const EntDossier *dossier);
ENT_API guint32 ent_dossier_edge_count(const EntDossier *dossier);
ENT_API guint32 ent_dossier_source_count(const EntDossier *dossier);
ENT_API guint32 ent_dossier_evidence_count(const EntDossier *dossier);

/* Borrowed; the index must be in range. Arrays are contiguous: node + 1 is the next one. */
ENT_API const EntNode *ent_dossier_node(const EntDossier *dossier, guint32 index);
ENT_API const EntEdge *ent_dossier_edge(const EntDossier *dossier, guint32 index);
ENT_API const EntSource *ent_dossier_source(const EntDossier *dossier, guint32 index);
ENT_API const EntEvidence *ent_dossier_evidence(const EntDossier *dossier, guint32 index);

ENT_API const EntNodeType *ent_dossier_node_type(const EntDossier *dossier, const EntNode *node);
ENT_API const EntEdgeType *ent_dossier_edge_type(const EntDossier *dossier, const EntEdge *edge);

/* The node, edge or source with that id, ENT_NONE where there is none. */
ENT_API guint32 ent_dossier_find_node(const EntDossier *dossier, const char *id);
ENT_API guint32 ent_dossier_find_source(const EntDossier *dossier, const char *id);

/*
 * Each edge's id: the one written, or one made from its ends, type and its number among the edges
 * of the same ends and type ("e-" and 16 hexadecimal digits), so that it stays when other edges
 * are added. An array of ent_dossier_edge_count() texts; free it with ent_edge_ids_free().
 */
ENT_API char **ent_dossier_edge_ids(const EntDossier *dossier);
ENT_API void ent_edge_ids_free(char **ids);

/* The plain text of a source as it was checked (UTF-8); NULL if it has none or
 * EntLoadOptions.texts_dropped let it go. Borrowed. */
ENT_API const char *ent_dossier_source_text(const EntDossier *dossier, guint32 source);

/* The edges at a node, in order of the facts; *length says how many. A loop stands once. */
ENT_API const guint32 *ent_dossier_node_edges(const EntDossier *dossier, guint32 node,
                                              guint32 *length);

G_END_DECLS

#endif

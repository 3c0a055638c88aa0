/* SPDX-License-Identifier: MIT */
/* How a writer is defined. One file each, listed in registry.h. */
#ifndef ENT_WRITE_WRITER_DEF_H
#define ENT_WRITE_WRITER_DEF_H

#include <entente/write.h>

/* What a writer is given. */
typedef struct {
    const EntView *view;
    const EntDossier *dossier;
    const EntColumn *const *columns; /* of nodes */
    gsize columns_length;
    const EntColumn *const *edge_columns; /* of edges */
    gsize edge_columns_length;
    char **edge_ids; /* by the dossier's edges; NULL for a writer of written_ids */
} EntWriting;

/* One of the files a format is made of; most have one. */
typedef struct {
    const char *suffix; /* put before the ending ("-nodes"); NULL for a format of one file */
    bool (*write)(const EntWriting *writing, EntOutput *output, GError **error);
} EntWriterPart;

struct EntWriter {
    const char *name; /* first, for look-up */
    const char *summary;
    const char *const *endings; /* NULL-terminated */
    const EntWriterPart *parts; /* ends with write NULL */
    bool columns;               /* can carry measures */
    bool edge_columns;          /* can carry measures of edges */
    bool written_ids;           /* needs no edge_ids: writes the ids that stand in the facts */
};

#endif

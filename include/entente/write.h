/* SPDX-License-Identifier: MIT */
/*
 * Writers: a view of a dossier, with measures if wanted, in the bytes of a format.
 */
#ifndef ENTENTE_WRITE_H
#define ENTENTE_WRITE_H

#include <entente/measure.h>
#include <entente/output.h>

G_BEGIN_DECLS

typedef struct EntWriter EntWriter;

/* By name ("graphml") or unique beginning; NULL and an error with a suggestion. */
ENT_API const EntWriter *ent_writer_find(const char *name, GError **error);
/* By a path's ending; NULL and an error that lists the endings. */
ENT_API const EntWriter *ent_writer_for_path(const char *path, GError **error);
ENT_API const EntWriter *const *ent_writers(void);
ENT_API const char *ent_writer_name(const EntWriter *writer);
ENT_API const char *ent_writer_summary(const EntWriter *writer);

/*
 * Writes the view to path ("-": standard output), whole or not at all. A format of several files
 * (CSV) names them after path. columns: measures to write beside each node, may be NULL.
 */
ENT_API bool ent_write(const EntWriter *writer, const EntView *view,
                       const EntColumn *const *columns, gsize columns_length, const char *path,
                       GError **error);

G_END_DECLS

#endif

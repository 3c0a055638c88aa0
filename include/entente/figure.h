/* SPDX-License-Identifier: MIT */
/* Figures of a whole graph: density, diameter, centralization, censuses. */
#ifndef ENTENTE_FIGURE_H
#define ENTENTE_FIGURE_H

#include <entente/measure.h>

G_BEGIN_DECLS

typedef struct EntFigure EntFigure;

typedef struct {
    const char *name; /* "030T"; NULL: the figure's only value */
    double value;     /* NaN: undefined, see the note */
} EntFigureValue;

/* What a figure is in one graph. */
typedef struct {
    const EntFigure *figure;
    EntFigureValue *values; /* one, or those of a census in their usual order */
    gsize length;
    char *note; /* why it is undefined, or what a reader must know; NULL if nothing */
} EntFigured;

/* All figures, sorted by name, NULL-terminated. */
ENT_API const EntFigure *const *ent_figures(void);
ENT_API const char *ent_figure_name(const EntFigure *figure);
ENT_API const char *ent_figure_summary(const EntFigure *figure);
ENT_API const char *ent_figure_definition(const EntFigure *figure);

/* Computes it of the view's graph without loops, parallel edges as one. options (may be NULL): the
 * progress. NULL and an error where it fails or is stopped. */
ENT_API EntFigured *ent_figure_run(const EntFigure *figure, const EntView *view,
                                   const EntMeasureOptions *options, GError **error);
ENT_API void ent_figured_free(EntFigured *figured);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntFigured, ent_figured_free)

G_END_DECLS

#endif

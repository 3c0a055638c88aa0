/* SPDX-License-Identifier: MIT */
#include "figure/figure_def.h"

#include "figure/registry.h"

#define LIST(name) &ent_figure_##name,
static const EntFigure *const figures[] = {ENT_FIGURES(LIST) NULL};
#undef LIST

const EntFigure *const *ent_figures(void)
{
    return figures;
}

const char *ent_figure_name(const EntFigure *figure)
{
    return figure->name;
}

const char *ent_figure_summary(const EntFigure *figure)
{
    return figure->summary;
}

const char *ent_figure_definition(const EntFigure *figure)
{
    return figure->definition;
}

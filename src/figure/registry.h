/* SPDX-License-Identifier: MIT */
/* The figures of a whole graph, one line each, sorted by name. X(file's name, with _ for -) */
#ifndef ENT_FIGURE_REGISTRY_H
#define ENT_FIGURE_REGISTRY_H

#define ENT_FIGURES(X)                                                                             \
    X(betweenness_centralization)                                                                  \
    X(closeness_centralization)                                                                    \
    X(degree_assortativity)                                                                        \
    X(degree_centralization)                                                                       \
    X(density)                                                                                     \
    X(diameter)                                                                                    \
    X(dyad_census)                                                                                 \
    X(eigenvector_centralization)                                                                  \
    X(mean_distance)                                                                               \
    X(reciprocity)                                                                                 \
    X(transitivity)                                                                                \
    X(triad_census)                                                                                \
    X(type_assortativity)

#define ENT_FIGURE_DECLARE(name) extern const EntFigure ent_figure_##name;
ENT_FIGURES(ENT_FIGURE_DECLARE)
#undef ENT_FIGURE_DECLARE

#endif

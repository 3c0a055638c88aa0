/* SPDX-License-Identifier: MIT */
/* The measures, one line each, sorted by name. X(file's name, with _ for -) */
#ifndef ENT_MEASURE_REGISTRY_H
#define ENT_MEASURE_REGISTRY_H

#define ENT_MEASURES(X)                                                                            \
    X(authority)                                                                                   \
    X(betweenness)                                                                                 \
    X(bridge)                                                                                      \
    X(closeness)                                                                                   \
    X(clustering)                                                                                  \
    X(constraint)                                                                                  \
    X(coreness)                                                                                    \
    X(degree)                                                                                      \
    X(edge_betweenness)                                                                            \
    X(eigenvector)                                                                                 \
    X(harmonic)                                                                                    \
    X(hub)                                                                                         \
    X(in_degree)                                                                                   \
    X(out_degree)                                                                                  \
    X(pagerank)                                                                                    \
    X(strength)

#define ENT_MEASURE_DECLARE(name) extern const EntMeasure ent_measure_##name;
ENT_MEASURES(ENT_MEASURE_DECLARE)
#undef ENT_MEASURE_DECLARE

#endif

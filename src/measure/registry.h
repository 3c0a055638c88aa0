/* SPDX-License-Identifier: MIT */
/* The measures, one line each, sorted by name. X(file's name, with _ for -) */
#ifndef ENT_MEASURE_REGISTRY_H
#define ENT_MEASURE_REGISTRY_H

#define ENT_MEASURES(X)                                                                            \
    X(articulation)                                                                                \
    X(authority)                                                                                   \
    X(betweenness)                                                                                 \
    X(bridge)                                                                                      \
    X(closeness)                                                                                   \
    X(closeness_in)                                                                                \
    X(closeness_out)                                                                               \
    X(clustering)                                                                                  \
    X(constraint)                                                                                  \
    X(coreness)                                                                                    \
    X(degree)                                                                                      \
    X(eccentricity)                                                                                \
    X(edge_betweenness)                                                                            \
    X(effective_size)                                                                              \
    X(eigenvector)                                                                                 \
    X(harmonic)                                                                                    \
    X(harmonic_in)                                                                                 \
    X(harmonic_out)                                                                                \
    X(hub)                                                                                         \
    X(in_degree)                                                                                   \
    X(katz)                                                                                        \
    X(local_efficiency)                                                                            \
    X(out_degree)                                                                                  \
    X(pagerank)                                                                                    \
    X(participation)                                                                               \
    X(strength)

#define ENT_MEASURE_DECLARE(name) extern const EntMeasure ent_measure_##name;
ENT_MEASURES(ENT_MEASURE_DECLARE)
#undef ENT_MEASURE_DECLARE

#endif

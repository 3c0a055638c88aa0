/* SPDX-License-Identifier: MIT */
/* The groupings, one line each, sorted by name. X(file's name, with _ for -) */
#ifndef ENT_GROUP_REGISTRY_H
#define ENT_GROUP_REGISTRY_H

#define ENT_GROUPINGS(X)                                                                           \
    X(components)                                                                                  \
    X(cores)                                                                                       \
    X(edge_betweenness)                                                                            \
    X(fast_greedy)                                                                                 \
    X(infomap)                                                                                     \
    X(label_propagation)                                                                           \
    X(leiden)                                                                                      \
    X(louvain)                                                                                     \
    X(spinglass)                                                                                   \
    X(strong_components)                                                                           \
    X(walktrap)

#define ENT_GROUP_DECLARE(name) extern const EntGrouping ent_group_##name;
ENT_GROUPINGS(ENT_GROUP_DECLARE)
#undef ENT_GROUP_DECLARE

#endif

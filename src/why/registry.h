/* SPDX-License-Identifier: MIT */
/* The families of measures that are explained, one line each, sorted. X(file's name) */
#ifndef ENT_WHY_REGISTRY_H
#define ENT_WHY_REGISTRY_H

#include "why/why_def.h"

#define ENT_WHY_FAMILIES(X)                                                                        \
    X(contacts)                                                                                    \
    X(cores)                                                                                       \
    X(distances)                                                                                   \
    X(neighbours)                                                                                  \
    X(pairs)                                                                                       \
    X(ties)                                                                                        \
    X(triangles)                                                                                   \
    X(walks)

#define ENT_WHY_DECLARE(name) extern const EntWhyFamily ent_why_##name;
ENT_WHY_FAMILIES(ENT_WHY_DECLARE)
#undef ENT_WHY_DECLARE

#endif

/* SPDX-License-Identifier: MIT */
/* The writers, one line each, sorted. */
#ifndef ENT_WRITE_REGISTRY_H
#define ENT_WRITE_REGISTRY_H

#define ENT_WRITERS(X) \
    X(csv)             \
    X(graphml)         \
    X(json)            \
    X(ndjson)

#endif

/* SPDX-License-Identifier: MIT */
/* The readers: one line each, sorted. */
#ifndef ENT_READ_REGISTRY_H
#define ENT_READ_REGISTRY_H

#include "read/reader.h"

#define ENT_READERS(X) \
    X(csv)             \
    X(graphml)         \
    X(json)            \
    X(ndjson)

#define ENT_DECLARE_READER(name) extern const EntReader ent_reader_##name;
ENT_READERS(ENT_DECLARE_READER)
#undef ENT_DECLARE_READER

#endif

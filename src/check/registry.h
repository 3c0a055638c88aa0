/* SPDX-License-Identifier: MIT */
/* The checks: one line each, in the order they run. */
#ifndef ENT_CHECK_REGISTRY_H
#define ENT_CHECK_REGISTRY_H

#include "check/check.h"

#define ENT_CHECKS(X) \
    X(nodes)          \
    X(sources)        \
    X(types)          \
    X(ends)           \
    X(dates)          \
    X(currencies)     \
    X(edge_ids)       \
    X(same_as)        \
    X(evidence)       \
    X(quotes)

#define ENT_DECLARE_CHECK(name) extern const EntCheck ent_check_##name;
ENT_CHECKS(ENT_DECLARE_CHECK)
#undef ENT_DECLARE_CHECK

#endif

/* SPDX-License-Identifier: MIT */
#include "draw/layouts.h"

#define X(name, summary) static const EntLayout layout_##name = {#name, summary};
ENT_LAYOUTS(X)
#undef X

const EntLayout *const ent_layouts[] = {
#define X(name, summary) &layout_##name,
    ENT_LAYOUTS(X)
#undef X
        NULL,
};

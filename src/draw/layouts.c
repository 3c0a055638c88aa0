/* SPDX-License-Identifier: MIT */
#include "draw/layouts.h"

#include <string.h>

/* Beyond these dot's drawings are no longer readable, and soon no longer quick. */
#define DOT_NODES 120
#define DOT_EDGES 250

/* Beyond these sfdp is no longer quick. */
#define SFDP_NODES 1000
#define SFDP_EDGES 3000

#define X(name, summary) static const EntLayout layout_##name = {#name, summary};
ENT_LAYOUTS(X)
#undef X

const EntLayout *const ent_layouts[] = {
#define X(name, summary) &layout_##name,
    ENT_LAYOUTS(X)
#undef X
        NULL,
};

const char *ent_layout_engine(const char *asked, guint32 nodes, guint32 edges)
{
    if (asked && strcmp(asked, "auto") != 0)
        return asked;
    if (nodes <= DOT_NODES && edges <= DOT_EDGES)
        return "dot";
    return nodes <= SFDP_NODES && edges <= SFDP_EDGES ? "sfdp" : "multilevel";
}

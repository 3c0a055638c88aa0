/* SPDX-License-Identifier: MIT */
#include "group/group_def.h"

#include "group/registry.h"

#include "base/lookup.h"

#define LIST(name) &ent_group_##name,
static const EntGrouping *const groupings[] = {ENT_GROUPINGS(LIST) NULL};
#undef LIST

const EntGrouping *ent_group_find(const char *name, GError **error)
{
    return ent_lookup((gconstpointer const *)groupings, "grouping", name, error);
}

const EntGrouping *const *ent_groupings(void)
{
    return groupings;
}

const char *ent_grouping_name(const EntGrouping *grouping)
{
    return grouping->name;
}

const char *ent_grouping_summary(const EntGrouping *grouping)
{
    return grouping->summary;
}

const char *ent_grouping_definition(const EntGrouping *grouping)
{
    return grouping->definition;
}

bool ent_grouping_has_resolution(const EntGrouping *grouping)
{
    return grouping->resolves;
}

const char *ent_grouping_level(const EntGrouping *grouping)
{
    return grouping->level;
}

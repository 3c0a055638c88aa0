/* SPDX-License-Identifier: MIT */
#include "check/registry.h"

#define ENTRY(name) &ent_check_##name,
const EntCheck *const ent_checks[] = {ENT_CHECKS(ENTRY) NULL};
#undef ENTRY

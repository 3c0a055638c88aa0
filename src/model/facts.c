/* SPDX-License-Identifier: MIT */
#include <entente/facts.h>

const char *ent_status_name(EntStatus status)
{
    static const char *const names[ENT_STATUS_COUNT] = {"actual", "planned", "alleged", "denied"};

    return names[status];
}

/* SPDX-License-Identifier: MIT */
#include <entente/error.h>

GQuark ent_error_quark(void)
{
    return g_quark_from_static_string("entente");
}

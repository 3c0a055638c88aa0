/* SPDX-License-Identifier: MIT */
/* Functions that must not be used; included into every source by the build. */
#ifndef ENT_BANNED_H
#define ENT_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h> /* declares some of them itself */

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok atoi atol atof
#pragma GCC poison g_utf8_strdown strcasecmp strncasecmp g_file_set_contents                       \
    g_file_set_contents_full
#pragma GCC poison g_str_hash g_string_chunk_insert_const /* anybody can make texts that collide   \
                                                           */

#endif

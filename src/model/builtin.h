/* SPDX-License-Identifier: MIT */
/* Files built into the program: schemas, the viewer; builtin.c is made by the build. */
#ifndef ENT_MODEL_BUILTIN_H
#define ENT_MODEL_BUILTIN_H

#include <glib.h>

typedef struct {
    const char *name; /* of the file; NULL ends the list */
    const char *text; /* NUL-terminated */
    gsize length;
} EntBuiltin;

extern const EntBuiltin ent_builtins[];

#endif

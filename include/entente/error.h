/* SPDX-License-Identifier: MIT */
/*
 * Errors: an operation that fails returns false (or NULL) and sets a GError of domain ENT_ERROR.
 * What is wrong with a user's facts is no error but a finding in a report (see report.h).
 */
#ifndef ENTENTE_ERROR_H
#define ENTENTE_ERROR_H

#include <glib.h>

G_BEGIN_DECLS

#define ENT_API __attribute__((visibility("default")))

#define ENT_ERROR (ent_error_quark())

typedef enum {
    ENT_ERROR_IO,          /* a file cannot be opened, read or written */
    ENT_ERROR_SYNTAX,      /* a text is not of its format */
    ENT_ERROR_DATA,        /* the facts do not allow what was asked */
    ENT_ERROR_USAGE,       /* the call's own arguments are wrong */
    ENT_ERROR_COMPUTE,     /* a computation failed, ran out of time or was interrupted */
    ENT_ERROR_UNSUPPORTED, /* a format or a feature that is not there */
} EntErrorCode;

ENT_API GQuark ent_error_quark(void);

G_END_DECLS

#endif

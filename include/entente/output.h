/* SPDX-License-Identifier: MIT */
/*
 * Output: where writers put their bytes. It remembers its first failure, so that writers need not
 * look at each call; the failure is reported when the output is closed.
 *
 * A file is written to a temporary beside the target, which replaces the target only when the
 * output is closed without a failure: a target is whole or untouched. An existing regular file
 * keeps its mode, a link is followed; devices and pipes are written straight. "-" is standard
 * output.
 */
#ifndef ENTENTE_OUTPUT_H
#define ENTENTE_OUTPUT_H

#include <stdbool.h>
#include <entente/error.h>

G_BEGIN_DECLS

typedef struct EntOutput EntOutput;

/* NULL and an error where the target cannot be written. */
ENT_API EntOutput *ent_output_file(const char *path, GError **error);
ENT_API EntOutput *ent_output_memory(void);

ENT_API void ent_put(EntOutput *output, const char *text);
ENT_API void ent_put_bytes(EntOutput *output, const void *bytes, gsize length);
ENT_API void ent_putf(EntOutput *output, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A number with at most 9 significant digits, "null" where it is not finite. Never a locale's. */
ENT_API void ent_put_number(EntOutput *output, double number);

/* Text as a JSON string, quotes included; "null" for NULL. The text is valid UTF-8. */
ENT_API void ent_put_json(EntOutput *output, const char *text);

/* Text escaped for XML content and attribute values ('<', '>', '&', '"', tab, line breaks). */
ENT_API void ent_put_xml(EntOutput *output, const char *text);

/* Text as one CSV cell, quoted where it must be. */
ENT_API void ent_put_csv(EntOutput *output, const char *text);

/*
 * Writes out everything, so that ent_output_close() has nothing left to do but to put the file in
 * place: for several files of which all or none are to be there. Nothing can be put afterwards.
 */
ENT_API bool ent_output_complete(EntOutput *output, GError **error);

/* Completes the output: false and an error if anything failed since it was opened. */
ENT_API bool ent_output_close(EntOutput *output, GError **error);

/* What a memory output holds; borrowed, NUL-terminated. */
ENT_API const char *ent_output_text(const EntOutput *output, gsize *length);

/* Frees it; an output that was not closed leaves its target as it was. */
ENT_API void ent_output_free(EntOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntOutput, ent_output_free)

G_END_DECLS

#endif

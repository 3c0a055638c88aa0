/* SPDX-License-Identifier: MIT */
#include "draw/raster.h"

#include "draw/spawn.h"

#include <string.h>

#define PROGRAM   "entente-raster"
#define SECONDS   60
#define MEGABYTES 2048
#define SCALE     2.0

/* Whether the bytes are whole: begin and end as their format does. */
static bool is_whole(const GByteArray *bytes, const char *format)
{
    bool png = strcmp(format, "png") == 0;
    gsize tail = MIN(bytes->len, 1024);
    const guint8 *end = bytes->data + bytes->len - tail;
    return bytes->len > 64 &&
           memcmp(bytes->data, png ? "\211PNG\r\n" : "%PDF-", png ? 6 : 5) == 0 &&
           memmem(end, tail, png ? "IEND" : "%%EOF", png ? 4 : 5) != NULL;
}

GByteArray *ent_raster(const EntPicture *picture, const char *format, const char *svg, gsize length,
                       GError **error)
{
    const EntDrawOptions *options = picture->options;
    guint limit = options->seconds ? options->seconds : SECONDS;
    char scale[G_ASCII_DTOSTR_BUF_SIZE];
    double wanted = strcmp(format, "pdf") == 0 ? 1 : options->scale > 0 ? options->scale : SCALE;
    g_ascii_formatd(scale, sizeof scale, "%.4f", wanted);
    g_autofree char *seconds = g_strdup_printf("%u", limit);
    g_autofree char *megabytes =
        g_strdup_printf("%u", options->megabytes ? options->megabytes : MEGABYTES);
    const char *const arguments[] = {format,  "--scale",     scale,     "--seconds",
                                     seconds, "--megabytes", megabytes, NULL};
    g_auto(EntSpawned) answer = {0};
    if (!ent_spawn(PROGRAM, arguments, svg, length, limit + 2, &answer, error))
        return NULL;
    if (answer.end == ENT_SPAWN_DONE && is_whole(answer.output, format)) {
        if (answer.message)
            ent_picture_notice(picture, "%s", answer.message);
        return g_steal_pointer(&answer.output);
    }
    if (answer.end == ENT_SPAWN_LIMIT)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE,
                    "cannot make the %s: it hit the limit of %s s or %s MB", format, seconds,
                    megabytes);
    else
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "cannot make the %s%s%s", format,
                    answer.message ? ": " : "", answer.message ? answer.message : "");
    return NULL;
}

/* SPDX-License-Identifier: MIT */
/*
 * entente-raster png|pdf [--scale X] [--seconds N] [--megabytes N]
 *
 * Draws the SVG on standard input and writes PNG or PDF to standard output. SCALE, from 0.01 to
 * 100, is 1 by default: a CSS pixel becomes a pixel, or 3/4 of a point. Loads no files but fonts
 * and nothing from the network. Exit codes: layout/guard.h.
 */
#include <librsvg/rsvg.h>
#include <string.h>

#include "layout/guard.h"
#include "render.h"
#include "svg_check.h"

typedef RsvgHandle EntSvg; /* librsvg 2.54 declares no clean-up for its own name */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntSvg, g_object_unref)

typedef struct {
    gboolean pdf;
    double scale;
} Options;

static gboolean parse_scale(const char *text, double *scale)
{
    char *end = NULL;
    *scale = g_ascii_strtod(text, &end);
    return end != text && *end == '\0' && *scale >= 0.01 && *scale <= 100;
}

static gboolean parse_option(const char *name, const char *value, Options *options, EntGuard *guard)
{
    if (strcmp(name, "--scale") == 0)
        return parse_scale(value, &options->scale);
    if (strcmp(name, "--seconds") == 0)
        return ent_guard_parse_number(value, &guard->seconds);
    if (strcmp(name, "--megabytes") == 0)
        return ent_guard_parse_number(value, &guard->megabytes);
    return FALSE;
}

static gboolean parse_arguments(int argc, char **argv, Options *options, EntGuard *guard)
{
    if (argc < 2 || argc % 2 != 0)
        return FALSE;
    options->pdf = strcmp(argv[1], "pdf") == 0;
    if (!options->pdf && strcmp(argv[1], "png") != 0)
        return FALSE;
    for (int i = 2; i < argc; i += 2) {
        if (!parse_option(argv[i], argv[i + 1], options, guard))
            return FALSE;
    }
    return TRUE;
}

static RsvgHandle *read_svg(void)
{
    g_autoptr(GString) text = ent_guard_read(stdin);
    const char *objection = text ? ent_svg_objection(text->str, text->len) : "cannot be read";
    if (objection) {
        ent_guard_say("standard input: %s", objection);
        return NULL;
    }
    g_autoptr(GError) error = NULL;
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)text->str, text->len, &error);
    if (!svg) {
        ent_guard_say("standard input is not SVG: %s", error->message);
        return NULL;
    }
    rsvg_handle_set_dpi(svg, 96); /* as CSS has it; librsvg's own choice is 90 */
    return svg;
}

static int render(const Options *options, FILE *output)
{
    g_autoptr(EntSvg) svg = read_svg();
    if (!svg)
        return ENT_EXIT_INPUT;
    EntSize size = {0, 0, 1};
    if (!ent_size_find(svg, options->pdf, options->scale, &size)) {
        ent_guard_say("standard input: the picture has no size");
        return ENT_EXIT_INPUT;
    }
    if (size.shrunk < 1)
        ent_guard_say("the picture is too large and was made smaller: %.0f by %.0f %s", size.width,
                      size.height, options->pdf ? "points" : "pixels");
    const char *message = NULL;
    g_autoptr(GByteArray) bytes =
        options->pdf ? ent_render_pdf(svg, &size, &message) : ent_render_png(svg, &size, &message);
    if (!bytes) {
        ent_guard_say("%s", message);
        return ENT_EXIT_FAILED;
    }
    if (fwrite(bytes->data, 1, bytes->len, output) != bytes->len || fflush(output) != 0) {
        ent_guard_say("cannot write to standard output");
        return ENT_EXIT_FAILED;
    }
    return ENT_EXIT_DONE;
}

/* Else the reader's language chooses among the forms of Chinese characters, and among fonts. */
static void forget_language(void)
{
    static const char *const variables[] = {"LANGUAGE", "PANGO_LANGUAGE", "FC_LANG"};
    for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
        g_unsetenv(variables[i]);
    g_setenv("LC_ALL", "C", TRUE);
}

int main(int argc, char **argv)
{
    Options options = {FALSE, 1};
    EntGuard guard = {"entente-raster", 60, 2048};
    if (!parse_arguments(argc, argv, &options, &guard)) {
        fputs("usage: entente-raster png|pdf [--scale X] [--seconds N] [--megabytes N]\n", stderr);
        return ENT_EXIT_INPUT;
    }
    forget_language();
    FILE *output = ent_guard_start(&guard);
    ent_guard_exit(render(&options, output));
}

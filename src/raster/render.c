/* SPDX-License-Identifier: MIT */
#include "render.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define MAX_SIDE     20000.0
#define MAX_PIXELS   200e6
#define MAX_PDF_SIDE 14400.0

/* In CSS pixels; from the view box where width and height are missing or percentages. */
static gboolean natural_size(RsvgHandle *svg, double *width, double *height)
{
    if (rsvg_handle_get_intrinsic_size_in_pixels(svg, width, height))
        return TRUE;
    gboolean has_box = FALSE;
    RsvgRectangle box = {0, 0, 0, 0};
    rsvg_handle_get_intrinsic_dimensions(svg, NULL, NULL, NULL, NULL, &has_box, &box);
    *width = box.width;
    *height = box.height;
    return has_box;
}

static double factor_to_fit(double width, double height, gboolean pdf)
{
    double side = pdf ? MAX_PDF_SIDE : MAX_SIDE;
    double factor = MIN(1, side / MAX(width, height));
    if (!pdf && width * height * factor * factor > MAX_PIXELS)
        factor = sqrt(MAX_PIXELS / width / height);
    return factor;
}

gboolean ent_size_find(RsvgHandle *svg, gboolean pdf, double scale, EntSize *size)
{
    double width = 0;
    double height = 0;
    if (!natural_size(svg, &width, &height) || !(width > 0) || !(height > 0))
        return FALSE;
    width *= pdf ? scale * 0.75 : scale;
    height *= pdf ? scale * 0.75 : scale;
    if (!isfinite(width) || !isfinite(height))
        return FALSE;
    size->shrunk = factor_to_fit(width, height, pdf);
    width *= size->shrunk;
    height *= size->shrunk;
    /* Rounding down keeps within the caps; a hundredth more forgives 99.999… */
    size->width = pdf ? width : MAX(1, floor(width + 0.01));
    size->height = pdf ? height : MAX(1, floor(height + 0.01));
    return TRUE;
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static gboolean draw(RsvgHandle *svg, cairo_surface_t *surface, const EntSize *size, gboolean white)
{
    cairo_t *cairo = cairo_create(surface);
    if (white) {
        cairo_set_source_rgb(cairo, 1, 1, 1);
        cairo_paint(cairo);
    }
    RsvgRectangle page = {0, 0, size->width, size->height};
    gboolean drawn = rsvg_handle_render_document(svg, cairo, &page, NULL);
    drawn = drawn && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    return drawn;
}

/* Takes over SURFACE and BYTES. */
static GByteArray *finish(cairo_surface_t *surface, GByteArray *bytes, gboolean good,
                          const char **message)
{
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (good && status == CAIRO_STATUS_SUCCESS)
        return bytes;
    *message =
        status == CAIRO_STATUS_SUCCESS ? "cannot draw the picture" : cairo_status_to_string(status);
    g_byte_array_unref(bytes);
    return NULL;
}

GByteArray *ent_render_png(RsvgHandle *svg, const EntSize *size, const char **message)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)size->width, (int)size->height);
    gboolean good = draw(svg, surface, size, TRUE);
    good =
        good && cairo_surface_write_to_png_stream(surface, append, bytes) == CAIRO_STATUS_SUCCESS;
    return finish(surface, bytes, good, message);
}

/* The last place of WORD, which is near the end for what is looked for here. */
static char *find_last(GByteArray *bytes, const char *word)
{
    gsize length = strlen(word);
    for (gsize i = bytes->len; i >= length; i--) {
        if (memcmp(bytes->data + i - length, word, length) == 0)
            return (char *)bytes->data + i - length;
    }
    return NULL;
}

/* Overwrites KEY's entry, up to the end of its line, with spaces: every offset stays right. */
static void blank_entry(GByteArray *pdf, const char *key)
{
    char *start = find_last(pdf, key);
    const char *end = (char *)pdf->data + pdf->len;
    for (char *p = start; p && p + 1 < end && *p != '\n' && !(p[0] == '>' && p[1] == '>'); p++)
        *p = ' ';
}

/* The document information tells time and version; cairo writes it near the end as plain lines. */
static void blank_information(GByteArray *pdf)
{
    blank_entry(pdf, "/Producer (cairo");
    blank_entry(pdf, "/CreationDate (D:");
}

GByteArray *ent_render_pdf(RsvgHandle *svg, const EntSize *size, const char **message)
{
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, bytes, size->width, size->height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
    gboolean good = draw(svg, surface, size, FALSE);
    cairo_surface_finish(surface);
    blank_information(bytes);
    return finish(surface, bytes, good, message);
}

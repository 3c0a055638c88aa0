/* SPDX-License-Identifier: MIT */
#include <entente/draw.h>

#include "base/lookup.h"
#include "draw/dot.h"
#include "draw/formats.h"
#include "draw/layout.h"
#include "draw/layouts.h"
#include "draw/page.h"
#include "draw/raster.h"
#include "draw/sheet.h"
#include "draw/svg.h"

static bool check_options(const EntView *view, const EntDrawOptions *options,
                          const EntDrawFormat *format, GError **error)
{
    static const char *const directions[] = {"down", "left", "right", "up", NULL};
    guint32 nodes = 0;
    ent_view_nodes(view, &nodes);
    if (options->direction && !g_strv_contains(directions, options->direction)) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "unknown direction '%s': it is one of down, left, right, up",
                    options->direction);
        return false;
    }
    if (options->frames_length > 0 && !format->sheets) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "frames make one sheet of pictures, SVG, PNG or PDF, not %s", format->name);
        return false;
    }
    if (!options->node_changes != !options->edge_changes) {
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_USAGE,
                            "changes are of nodes and of edges: one of the two is missing");
        return false;
    }
    if (options->size_by && options->size_by->of != ENT_OF_NODES) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "'%s' is of edges: nodes are sized by a measure of nodes",
                    options->size_by->name);
        return false;
    }
    if (options->size_by && options->size_by->length != nodes) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "the measure '%s' is not of this view: it has %" G_GSIZE_FORMAT
                    " values for %u nodes",
                    options->size_by->name, options->size_by->length, nodes);
        return false;
    }
    return ent_layout_check(options, format, error) &&
           ent_width_check(view, options->width_by, error);
}

static bool place(EntPicture *picture, GError **error)
{
    if (!picture->edge_labels && !picture->layout->put)
        ent_picture_notice(picture,
                           "%u edges are too many to label: their tooltips say what they are",
                           picture->edges_length);
    bool shared = picture->options->whole && !picture->options->size_by &&
                  picture->clusters_length == 0 && !picture->layout->still;
    if (!(shared ? ent_layout_as_whole : ent_layout)(picture, error))
        return false;
    if (!picture->layout->still)
        ent_picture_trim(picture);
    ent_picture_place_labels(picture, 3);
    return true;
}

/* The views of the options' frames, each with what stands where it stands in the whole. */
static bool put_sheet(EntOutput *svg, EntPicture *whole, GError **error)
{
    const EntDrawOptions *options = whole->options;
    EntDrawOptions plain = {0};
    g_autoptr(GPtrArray) pictures =
        g_ptr_array_new_with_free_func((GDestroyNotify)ent_picture_free);
    for (guint i = 0; i < options->frames_length; i++)
        g_ptr_array_add(pictures, ent_picture_new(options->frames[i], &plain, whole->theme));
    return ent_sheet_write(svg, whole, (EntPicture *const *)pictures->pdata, options->frame_words,
                           options->frames_length, error);
}

static bool put_svg(EntOutput *svg, EntPicture *picture, GError **error)
{
    if (picture->options->frames_length > 0)
        return put_sheet(svg, picture, error);
    if (!place(picture, error))
        return false;
    g_autoptr(EntFrame) frame = ent_frame_new(picture);
    ent_svg_write(svg, picture, frame);
    return true;
}

/* The picture as a memory output of SVG that has passed the check. */
static EntOutput *make_svg(EntPicture *picture, GError **error)
{
    g_autoptr(EntOutput) svg = ent_output_memory();
    if (!put_svg(svg, picture, error))
        return NULL;
    if (!ent_output_close(svg, error))
        return NULL;
    gsize length = 0;
    const char *text = ent_output_text(svg, &length);
    return ent_svg_check(text, length, error) ? g_steal_pointer(&svg) : NULL;
}

static bool write_bytes(const char *path, gconstpointer bytes, gsize length, GError **error)
{
    g_autoptr(EntOutput) output = ent_output_file(path, error);
    if (!output)
        return false;
    ent_put_bytes(output, bytes, length);
    return ent_output_close(output, error);
}

static bool write_dot(const EntPicture *picture, const char *path, GError **error)
{
    g_autoptr(EntOutput) output = ent_output_file(path, error);
    if (!output)
        return false;
    ent_dot_write(output, picture);
    return ent_output_close(output, error);
}

static bool write_page(EntPicture *picture, const char *path, GError **error)
{
    if (!place(picture, error))
        return false;
    g_autoptr(EntOutput) output = ent_output_file(path, error);
    if (!output)
        return false;
    ent_page_write(output, picture);
    return ent_output_close(output, error);
}

static bool write_picture(EntPicture *picture, const char *format, const char *path, GError **error)
{
    g_autoptr(EntOutput) svg = make_svg(picture, error);
    gsize length = 0;
    if (!svg)
        return false;
    const char *text = ent_output_text(svg, &length);
    if (strcmp(format, "svg") == 0)
        return write_bytes(path, text, length, error);
    g_autoptr(GByteArray) bytes = ent_raster(picture, format, text, length, error);
    return bytes && write_bytes(path, bytes->data, bytes->len, error);
}

bool ent_draw(const EntView *view, const EntDrawOptions *options, const char *path, GError **error)
{
    static const EntDrawOptions defaults = {0};
    EntDrawOptions chosen = options ? *options : defaults;
    const EntDrawFormat *format = ent_draw_format(chosen.format, path, error);
    if (!format)
        return false;
    if (chosen.layout) {
        const EntLayout *layout =
            ent_lookup((gconstpointer const *)ent_layouts, "layout", chosen.layout, error);
        if (!layout)
            return false;
        chosen.layout = layout->name;
    }
    if (!check_options(view, &chosen, format, error))
        return false;
    EntTheme theme;
    if (!ent_theme_load(&theme, chosen.theme, error))
        return false;
    g_autoptr(EntPicture) picture = ent_picture_new(view, &chosen, &theme);
    if (strcmp(format->name, "dot") == 0)
        return write_dot(picture, path, error);
    if (strcmp(format->name, "html") == 0)
        return write_page(picture, path, error);
    return write_picture(picture, format->name, path, error);
}

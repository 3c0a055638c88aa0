/* SPDX-License-Identifier: MIT */
/*
 * Small multiples: pictures of parts of one whole, say of several dates, in rows on one sheet. All
 * have the whole's places; title, legend and sources are there once.
 */
#include "draw/sheet.h"

#include "draw/layout.h"
#include "draw/svg.h"

#include <math.h>

#define GAP       30.0  /* between pictures */
#define WORD_FONT 0.022 /* of a picture's width: the letters of what is above it */

typedef struct {
    const EntPicture *whole;
    EntBox box; /* the whole's */
    guint columns, rows;
    double width, height, word; /* of a picture with what is above it; of its letters */
} Sheet;

/* As many columns as make the sheet about as wide as a page is for its height. */
static void plan(Sheet *sheet, guint length)
{
    double best = HUGE_VAL;
    double width = sheet->box.x2 - sheet->box.x1, height = sheet->box.y2 - sheet->box.y1;
    sheet->word = MAX(ENT_NODE_FONT, width * WORD_FONT);
    sheet->width = width;
    sheet->height = height + 2 * sheet->word;
    for (guint columns = 1; columns <= length; columns++) {
        guint rows = (length + columns - 1) / columns;
        double off = fabs(log(columns * (width + GAP) / (rows * (sheet->height + GAP) * 1.4)));
        if (off >= best - 1e-9)
            continue;
        best = off;
        sheet->columns = columns;
        sheet->rows = rows;
    }
}

static void put_frame(EntOutput *output, const Sheet *sheet, const EntPicture *picture,
                      const char *word, guint number, EntPoint at)
{
    g_autofree char *prefix = g_strdup_printf("f%u-", number + 1);
    EntSetting setting = {sheet->word, true, sheet->width, 2};
    EntLabel label = ent_label(word, &setting);
    EntDrawing drawing = {
        output, picture, {at.x - sheet->box.x1, at.y + 2 * sheet->word - sheet->box.y1}, prefix};
    ent_svg_put_lines(output, &label, at, "start", sheet->whole->theme->ink.text);
    ent_put(output, "\n");
    ent_svg_put_drawing(&drawing);
    ent_label_clear(&label);
}

static bool place_all(EntPicture *whole, EntPicture *const *pictures, guint length, GError **error)
{
    if (!ent_layout(whole, error))
        return false;
    for (guint i = 0; i < length; i++) {
        ent_picture_take_looks(pictures[i], whole);
        ent_picture_take_places(pictures[i], whole);
        ent_picture_trim(pictures[i]);
        ent_picture_place_labels(pictures[i], 1);
    }
    ent_picture_trim(whole);
    ent_picture_place_labels(whole, 1);
    return true;
}

bool ent_sheet_write(EntOutput *output, EntPicture *whole, EntPicture *const *pictures,
                     const char *const *words, guint length, GError **error)
{
    Sheet sheet = {.whole = whole};
    if (!place_all(whole, pictures, length, error))
        return false;
    sheet.box = whole->box;
    for (guint i = 0; i < length; i++)
        if (pictures[i]->nodes_length > 0)
            sheet.box = ent_box_union(sheet.box, pictures[i]->box);
    plan(&sheet, length);
    whole->box = (EntBox){0, 0, sheet.columns * (sheet.width + GAP) - GAP,
                          sheet.rows * (sheet.height + GAP) - GAP};
    g_autoptr(EntFrame) frame = ent_frame_new(whole);
    ent_svg_put_start(output, whole, frame);
    for (guint i = 0; i < length; i++) {
        EntPoint at = {frame->drawing_at.x + (i % sheet.columns) * (sheet.width + GAP),
                       frame->drawing_at.y + (guint)(i / sheet.columns) * (sheet.height + GAP)};
        put_frame(output, &sheet, pictures[i], words[i], i, at);
    }
    ent_svg_put_frame(output, frame);
    ent_put(output, "</svg>\n");
    return true;
}

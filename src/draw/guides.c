/* SPDX-License-Identifier: MIT */
#include "draw/picture.h"

static void clear_guide(gpointer guide)
{
    ent_label_clear(&((EntGuide *)guide)->text);
}

void ent_picture_guide(EntPicture *picture, EntGuide guide)
{
    if (!picture->guides) {
        picture->guides = g_array_new(FALSE, FALSE, sizeof(EntGuide));
        g_array_set_clear_func(picture->guides, clear_guide);
    }
    g_array_append_val(picture->guides, guide);
}

void ent_picture_drop_guides(EntPicture *picture)
{
    g_clear_pointer(&picture->guides, g_array_unref);
}

EntBox ent_picture_guides_box(const EntPicture *picture, EntBox box)
{
    for (guint i = 0; picture->guides && i < picture->guides->len; i++) {
        const EntGuide *guide = &g_array_index(picture->guides, EntGuide, i);
        EntPoint at = {guide->text_at.x, guide->text_at.y + guide->text.height / 2};
        box = ent_box_union(box, ent_box_around(guide->from, guide->width, guide->width));
        if (guide->kind != ENT_GUIDE_DOT)
            box = ent_box_union(box, ent_box_around(guide->to, guide->width, guide->width));
        if (guide->text.length > 0)
            box = ent_box_union(box, ent_box_around(at, guide->text.width, guide->text.height));
    }
    return box;
}

void ent_picture_room_for_names(EntPicture *picture)
{
    double width = 0;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        const EntPictureNode *node = &picture->nodes[i];
        width = MAX(width, node->name.width + node->size.x / 2 + ENT_BESIDE_GAP - node->at.x);
    }
    ent_picture_guide(picture, (EntGuide){.kind = ENT_GUIDE_ROOM, .from = {-width, 0}});
}

/* SPDX-License-Identifier: MIT */
#include "draw/frame.h"

#define LEAST_WIDTH   560.0
#define TITLE_FONT    20.0
#define SUBTITLE_FONT 11.5
#define ITEM_GAP      16.0
#define SWATCH_GAP    6.0
#define ROW_GAP       7.0

/* " · 3 added, 1 removed" of a difference. */
static void append_changes(GString *text, const EntPicture *picture)
{
    guint counts[ENT_CHANGE_COUNT];
    const char *between = " · ";
    ent_picture_count_changes(picture, counts);
    for (EntChange change = ENT_CHANGE_ADDED; change <= ENT_CHANGE_CHANGED; change++) {
        if (counts[change] == 0)
            continue;
        g_string_append_printf(text, "%s%u %s", between, counts[change], ent_change_name(change));
        between = ", ";
    }
}

char *ent_picture_subtitle(const EntPicture *picture)
{
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%u node%s, %u edge%s", picture->nodes_length,
                    picture->nodes_length == 1 ? "" : "s", picture->edges_length,
                    picture->edges_length == 1 ? "" : "s");
    if (picture->options->grouping && (picture->by_group || picture->boxed))
        g_string_append_printf(text, " · groups by %s", picture->options->grouping);
    append_changes(text, picture);
    const char *const *filters = ent_view_filters(picture->view);
    for (; filters && *filters; filters++) {
        const char *equals = strchr(*filters, '=');
        if (equals)
            g_string_append_printf(text, " · %.*s: %s", (int)(equals - *filters), *filters,
                                   equals + 1);
        else
            g_string_append_printf(text, " · %s", *filters);
    }
    return g_string_free(text, FALSE);
}

static double item_width(const EntLegendItem *item, double scale)
{
    double swatch = item->kind == ENT_LEGEND_WORD ? 0 : item->swatch.x + SWATCH_GAP * scale;
    return swatch + item->text.width;
}

static double item_height(const EntLegendItem *item)
{
    return MAX(item->text.height, item->kind == ENT_LEGEND_WORD ? 0 : item->swatch.y);
}

/* Sets the y of a row's items to its middle; returns the y below it. */
static double close_row(GArray *items, guint first, guint end, double y, double scale)
{
    double height = 0;
    for (guint i = first; i < end; i++)
        height = MAX(height, item_height(&g_array_index(items, EntLegendItem, i)));
    for (guint i = first; i < end; i++)
        g_array_index(items, EntLegendItem, i).at.y = y + height / 2;
    return y + height + ROW_GAP * scale;
}

/* Items in rows, from left to right; returns the y below them. */
static double place_items(EntFrame *frame, double y, double width)
{
    double x = 0;
    guint first = 0;
    for (guint i = 0; i < frame->items->len; i++) {
        EntLegendItem *item = &g_array_index(frame->items, EntLegendItem, i);
        double needed = item_width(item, frame->scale);
        if (i > first && (x + needed > width || item->new_row)) {
            y = close_row(frame->items, first, i, y, frame->scale);
            first = i;
            x = 0;
        }
        item->at.x = ENT_MARGIN + x;
        x += needed + ITEM_GAP * frame->scale;
    }
    return close_row(frame->items, first, frame->items->len, y, frame->scale);
}

static double place_sources(EntFrame *frame, double y)
{
    for (guint i = 0; i < frame->sources->len; i++) {
        EntSourceLine *line = &g_array_index(frame->sources, EntSourceLine, i);
        line->at = (EntPoint){ENT_MARGIN, y};
        y += line->text.height + 2;
    }
    return y;
}

static double place_head(EntFrame *frame)
{
    double y = ENT_MARGIN;
    frame->title_at = (EntPoint){ENT_MARGIN, y};
    y += frame->title.height + (frame->title.height > 0 ? 2 * frame->scale : 0);
    frame->subtitle_at = (EntPoint){ENT_MARGIN, y};
    return y + frame->subtitle.height + 16 * frame->scale;
}

static void clear_item(gpointer item)
{
    ent_label_clear(&((EntLegendItem *)item)->text);
}

static void clear_source(gpointer line)
{
    ent_label_clear(&((EntSourceLine *)line)->text);
}

EntFrame *ent_frame_new(const EntPicture *picture)
{
    EntFrame *frame = g_new0(EntFrame, 1);
    frame->theme = picture->theme;
    double drawn = picture->box.x2 - picture->box.x1;
    double width = MAX(drawn, LEAST_WIDTH);
    frame->scale = CLAMP(width / 1800, 1, 8);
    EntSetting title = {TITLE_FONT * frame->scale, true, width, 3};
    EntSetting subtitle = {SUBTITLE_FONT * frame->scale, false, width, 3};
    g_autofree char *about = ent_picture_subtitle(picture);
    frame->title = ent_label(ent_picture_title(picture), &title);
    frame->subtitle = ent_label(about, &subtitle);
    frame->items = g_array_new(FALSE, TRUE, sizeof(EntLegendItem));
    frame->sources = g_array_new(FALSE, TRUE, sizeof(EntSourceLine));
    g_array_set_clear_func(frame->items, clear_item);
    g_array_set_clear_func(frame->sources, clear_source);
    ent_legend_add(picture, frame->scale, frame->items);
    ent_sources_add(picture, frame->scale, width, frame->sources);

    double y = place_head(frame);
    frame->drawing_at = (EntPoint){ENT_MARGIN + (width - drawn) / 2, y};
    y += picture->box.y2 - picture->box.y1 + 18 * frame->scale;
    frame->rule_y = y;
    y = place_items(frame, y + 10 * frame->scale, width);
    y = place_sources(frame, y + 5 * frame->scale);
    frame->width = width + 2 * ENT_MARGIN;
    frame->height = y + ENT_MARGIN - 4;
    return frame;
}

void ent_frame_free(EntFrame *frame)
{
    if (!frame)
        return;
    ent_label_clear(&frame->title);
    ent_label_clear(&frame->subtitle);
    g_array_unref(frame->items);
    g_array_unref(frame->sources);
    g_free(frame);
}

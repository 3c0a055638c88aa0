/* SPDX-License-Identifier: MIT */
#include "draw/frame.h"

#define MOST_SOURCES 6
#define MOST_LINK    2000

bool ent_is_link(const char *url)
{
    if (!url || strlen(url) > MOST_LINK)
        return false;
    bool known = g_ascii_strncasecmp(url, "http://", 7) == 0 ||
                 g_ascii_strncasecmp(url, "https://", 8) == 0 ||
                 g_ascii_strncasecmp(url, "mailto:", 7) == 0;
    for (const char *p = url; *p && known; p++)
        known = (guchar)*p > 0x20 && *p != 0x7f && !strchr("<>\"\\^`{|}", *p);
    return known;
}

static void mark(const EntPicture *picture, const EntFact *fact, bool *used)
{
    for (guint32 i = 0; i < fact->evidence_length; i++)
        used[ent_dossier_evidence(picture->dossier, fact->evidence + i)->source] = true;
}

static char *describe(const EntSource *source)
{
    char date[ENT_DATE_TEXT];
    GString *text = g_string_new(source->title ? source->title : source->id);
    if (source->publisher)
        g_string_append_printf(text, ", %s", source->publisher);
    if (source->published != ENT_DATE_NONE)
        g_string_append_printf(text, ", %s", ent_date_text(source->published, date));
    return g_string_free(text, FALSE);
}

/* Takes text. */
static void add_line(GArray *sources, char *text, const char *url, const EntSetting *setting)
{
    EntSourceLine line = {.text = ent_label(text, setting), .url = ent_is_link(url) ? url : NULL};
    g_array_append_val(sources, line);
    g_free(text);
}

/* Which of the dossier's sources the facts in view rest on; the caller's. */
static bool *find_used(const EntPicture *picture, guint32 *count)
{
    guint32 length = ent_dossier_source_count(picture->dossier);
    bool *used = g_new0(bool, (gsize)length + 1);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        mark(picture, &picture->nodes[i].node->fact, used);
    for (guint32 i = 0; i < picture->edges_length; i++)
        mark(picture, &picture->edges[i].edge->fact, used);
    *count = 0;
    for (guint32 i = 0; i < length; i++)
        *count += used[i];
    return used;
}

void ent_sources_add(const EntPicture *picture, double scale, double width, GArray *sources)
{
    EntSetting setting = {ENT_SMALL_FONT * scale, false, width, 2};
    guint32 length = ent_dossier_source_count(picture->dossier);
    guint32 count;
    g_autofree bool *used = find_used(picture, &count);
    guint32 left = count > MOST_SOURCES ? MOST_SOURCES - 1 : MOST_SOURCES;
    for (guint32 i = 0; i < length && left > 0; i++) {
        const EntSource *source = ent_dossier_source(picture->dossier, i);
        g_autofree char *text = used[i] ? describe(source) : NULL;
        if (!text)
            continue;
        const char *intro = count == 1 ? "Source: " : "Sources: ";
        left--;
        add_line(sources, g_strconcat(sources->len == 0 ? intro : "", text, NULL), source->url,
                 &setting);
    }
    if (count > MOST_SOURCES)
        add_line(sources, g_strdup_printf("and %u more", count - (MOST_SOURCES - 1)), NULL,
                 &setting);
}

char *ent_picture_sources(const EntPicture *picture)
{
    GString *text = g_string_new(NULL);
    guint32 count, shown = 0;
    g_autofree bool *used = find_used(picture, &count);
    for (guint32 i = 0; shown < MIN(count, MOST_SOURCES); i++) {
        if (!used[i])
            continue;
        g_autofree char *told = describe(ent_dossier_source(picture->dossier, i));
        g_string_append_printf(text, "%s%s",
                               shown > 0   ? "; "
                               : count > 1 ? "Sources: "
                                           : "Source: ",
                               told);
        shown++;
    }
    if (count > shown)
        g_string_append_printf(text, "; and %u more", count - shown);
    return g_string_free(text, FALSE);
}

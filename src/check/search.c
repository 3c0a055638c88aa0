/* SPDX-License-Identifier: MIT */
#include "check/search.h"
#include "check/search_store.h"

#include <string.h>

#define PASSES     16               /* patterns of 2^16 bytes and more are looked for one by one */
#define LIST_MOST  1024             /* hits listed of a pattern; later ones are looked for again */
#define LIST_LEAST 16               /* likewise, when the lists together have become long: */
#define LISTS_LONG ((gsize)1 << 22) /* hits, and one more for each 8 bytes of text */
#define RESCANS    ((gsize)1 << 28) /* bytes read again for such hits, and 8 times the text, */
#define RESCAN     ((gsize)1 << 16) /* and so many more for each list */

EntSearch *ent_search_new(const char *text, gsize length)
{
    EntSearch *search = g_new0(EntSearch, 1);

    search->text = text;
    search->length = length;
    search->key = ent_hash_key();
    search->bytes = g_string_new(NULL);
    search->patterns = g_array_new(FALSE, FALSE, sizeof(EntPattern));
    search->lists = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    return search;
}

void ent_search_free(EntSearch *search)
{
    if (!search)
        return;
    g_string_free(search->bytes, TRUE);
    g_array_unref(search->patterns);
    g_ptr_array_unref(search->lists);
    g_free(search);
}

gsize ent_search_length(const EntSearch *search, guint32 pattern)
{
    return ent_search_get(search, pattern)->length;
}

gsize ent_search_bytes(const EntSearch *search)
{
    return search->bytes->len;
}

guint32 ent_search_add(EntSearch *search, const char *bytes, gsize length, bool list)
{
    EntPattern pattern = {
        .at = search->bytes->len, .length = (guint32)length, .list = list ? ENT_LIST_WANTED : 0};

    g_assert(length > 0 && length < G_MAXINT32);
    g_string_append_len(search->bytes, bytes, (gssize)length);
    g_array_append_val(search->patterns, pattern);
    if (length <= search->length)
        search->windows |= (guint64)1 << ent_window_of(length);
    return search->patterns->len - 1;
}

static GArray *list_of(const EntSearch *search, const EntPattern *pattern)
{
    return search->lists->pdata[pattern->list - 1];
}

void ent_search_hit(EntSearch *search, EntPattern *pattern, gsize at)
{
    guint32 place = (guint32)at;
    GArray *list;

    if (pattern->count++ == 0)
        pattern->first = place;
    if (!pattern->list)
        return;
    if (pattern->list == ENT_LIST_WANTED) {
        g_ptr_array_add(search->lists, g_array_new(FALSE, FALSE, sizeof(guint32)));
        pattern->list = search->lists->len;
    }
    list = list_of(search, pattern);
    if (list->len >= LIST_MOST ||
        (list->len >= LIST_LEAST && search->listed >= LISTS_LONG + search->length / 8))
        return;
    g_array_append_val(list, place);
    search->listed++;
}

bool ent_search_is_settled(const EntSearch *search, const EntPattern *pattern)
{
    return pattern->count >= ENT_SEARCH_MANY &&
           (!pattern->list || list_of(search, pattern)->len < pattern->count);
}

/* A pattern so long that there are few of its kind. */
static void find_long(EntSearch *search, EntPattern *pattern)
{
    const char *end = search->text + search->length, *at = search->text;

    while (
        !ent_search_is_settled(search, pattern) &&
        (at = memmem(at, (gsize)(end - at), ent_pattern_bytes(search, pattern), pattern->length)))
        ent_search_hit(search, pattern, (gsize)(at++ - search->text));
}

void ent_search_run(EntSearch *search)
{
    for (guint exponent = 0; exponent < PASSES; exponent++)
        if (search->windows >> exponent & 1)
            ent_search_pass(search, exponent);
    if (search->windows >> PASSES == 0)
        return;
    for (guint32 i = 0; i < search->patterns->len; i++)
        if (ent_search_get(search, i)->length >> PASSES)
            find_long(search, ent_search_get(search, i));
}

/* The one that has the hits. */
static const EntPattern *get_first(const EntSearch *search, guint32 number)
{
    const EntPattern *pattern = ent_search_get(search, number);

    return pattern->same ? ent_search_get(search, pattern->same - 1) : pattern;
}

guint ent_search_count(const EntSearch *search, guint32 number)
{
    return MIN(get_first(search, number)->count, ENT_SEARCH_MANY);
}

gsize ent_search_first(const EntSearch *search, guint32 number)
{
    const EntPattern *pattern = get_first(search, number);

    g_assert(pattern->count > 0);
    return pattern->first;
}

/* How many of the listed hits begin before `from`. */
static guint count_before(const GArray *list, gsize from)
{
    guint low = 0, high = list->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (g_array_index(list, guint32, middle) < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Reads the text again for a pattern that stands too often to be listed. */
static gsize rescan(EntSearch *search, const EntPattern *pattern, gsize from, gsize to)
{
    const char *found;

    if (from >= to)
        return ENT_SEARCH_NEVER;
    if (search->rescanned > RESCANS + 8 * search->length + search->lists->len * RESCAN) {
        search->gave_up = true;
        return ENT_SEARCH_NEVER;
    }
    found =
        memmem(search->text + from, to - from, ent_pattern_bytes(search, pattern), pattern->length);
    search->rescanned += (found ? (gsize)(found - search->text) - from : to - from) + 16;
    return found ? (gsize)(found - search->text) : ENT_SEARCH_NEVER;
}

gsize ent_search_next(EntSearch *search, guint32 number, gsize from)
{
    const EntPattern *pattern = get_first(search, number);
    GArray *list;
    guint before;

    if (pattern->count == 0)
        return ENT_SEARCH_NEVER;
    list = list_of(search, pattern);
    before = count_before(list, from);
    if (before < list->len)
        return g_array_index(list, guint32, before);
    if (list->len == pattern->count) /* all are listed */
        return ENT_SEARCH_NEVER;
    return rescan(search, pattern, from, search->length);
}

gsize ent_search_last(EntSearch *search, guint32 number, gsize from, gsize to)
{
    const EntPattern *pattern = get_first(search, number);
    gsize last = ENT_SEARCH_NEVER, at;
    GArray *list;
    guint before;

    if (pattern->count == 0 || to < pattern->length)
        return ENT_SEARCH_NEVER;
    list = list_of(search, pattern);
    before = count_before(list, to - pattern->length + 1);
    if (before > 0 && g_array_index(list, guint32, before - 1) >= from)
        last = g_array_index(list, guint32, before - 1);
    if (before < list->len || list->len == pattern->count)
        return last;
    while ((at = rescan(search, pattern, last == ENT_SEARCH_NEVER ? from : last + 1, to)) !=
           ENT_SEARCH_NEVER)
        last = at;
    return last;
}

bool ent_search_gave_up(EntSearch *search)
{
    bool gave_up = search->gave_up;

    search->gave_up = false;
    return gave_up;
}

/* SPDX-License-Identifier: MIT */
#include "base/json_ahead.h"

#define BATCHES     4
#define BATCH_BYTES ((gsize)128 * 1024) /* of text, but for the last of its slices */
#define BATCH_MOST  512                 /* slices */
#define KEPT_BYTES  (8 * BATCH_BYTES)   /* room for longer texts is given back */

typedef struct {
    EntSlice slice; /* its text is at `at` of the batch's */
    gsize at;
    const cJSON *value;
    bool given; /* what the slicer returned with it */
} Item;

/* Slices that change hands together. */
typedef struct {
    GArray *items;
    GString *text;
    EntDecoder *decoder;
} Batch;

struct EntAhead {
    EntSliceNext next;
    gpointer slicer;
    bool values; /* are decoded */
    GThread *thread;
    GAsyncQueue *filled, *empty; /* Batch */
    gint stopped;                /* atomic: nobody waits for more */
    Batch *batch;                /* being taken; NULL: none yet */
    guint taken;                 /* items of it */
};

static Batch *batch_new(void)
{
    Batch *batch = g_new0(Batch, 1);

    batch->items = g_array_new(FALSE, FALSE, sizeof(Item));
    batch->text = g_string_new(NULL);
    batch->decoder = ent_decoder_new();
    return batch;
}

static void batch_free(gpointer data)
{
    Batch *batch = data;

    g_array_free(batch->items, TRUE);
    g_string_free(batch->text, TRUE);
    ent_decoder_free(batch->decoder);
    g_free(batch);
}

static void batch_clear(Batch *batch)
{
    if (batch->text->allocated_len > KEPT_BYTES) {
        g_string_free(batch->text, TRUE);
        batch->text = g_string_new(NULL);
    }
    g_array_set_size(batch->items, 0);
    g_string_truncate(batch->text, 0);
    ent_decoder_reset(batch->decoder);
}

static bool has_value(const EntAhead *ahead, const EntSlice *slice)
{
    return !slice->has_nul && (slice->kind == ENT_SLICE_MEMBER || slice->kind == ENT_SLICE_ENTRY ||
                               (slice->kind == ENT_SLICE_VALUE && ahead->values));
}

static void batch_add(const EntAhead *ahead, Batch *batch, Item *item)
{
    const EntSlice *slice = &item->slice;

    item->at = batch->text->len;
    if (slice->text)
        g_string_append_len(batch->text, slice->text, (gssize)slice->length);
    g_string_append_c(batch->text, '\0');
    if (has_value(ahead, slice))
        item->value = ent_decode_more(batch->decoder, slice->text + slice->value,
                                      slice->length - slice->value);
    g_array_append_val(batch->items, *item);
}

/* False after the last slice. */
static bool fill(EntAhead *ahead, Batch *batch)
{
    bool more = true;

    batch_clear(batch);
    while (more && batch->text->len < BATCH_BYTES && batch->items->len < BATCH_MOST) {
        Item item = {0};

        more = item.given = ahead->next(ahead->slicer, &item.slice);
        batch_add(ahead, batch, &item);
    }
    return more;
}

static gpointer read_ahead(gpointer data)
{
    EntAhead *ahead = data;
    bool more = true;

    while (more) {
        Batch *batch = g_async_queue_pop(ahead->empty);

        more = !g_atomic_int_get(&ahead->stopped) && fill(ahead, batch);
        g_async_queue_push(ahead->filled, batch);
    }
    return NULL;
}

EntAhead *ent_ahead_new(EntSliceNext next, gpointer slicer, bool values)
{
    EntAhead *ahead = g_new0(EntAhead, 1);

    ahead->next = next;
    ahead->slicer = slicer;
    ahead->values = values;
    ahead->filled = g_async_queue_new_full(batch_free);
    ahead->empty = g_async_queue_new_full(batch_free);
    for (guint i = 0; i < BATCHES; i++)
        g_async_queue_push(ahead->empty, batch_new());
    ahead->thread = g_thread_new("entente", read_ahead, ahead);
    return ahead;
}

static void give_back(EntAhead *ahead)
{
    if (ahead->batch)
        g_async_queue_push(ahead->empty, g_steal_pointer(&ahead->batch));
}

void ent_ahead_free(EntAhead *ahead)
{
    if (!ahead)
        return;
    g_atomic_int_set(&ahead->stopped, 1);
    give_back(ahead);
    for (Batch *batch; (batch = g_async_queue_try_pop(ahead->filled));)
        g_async_queue_push(ahead->empty, batch);
    g_thread_join(ahead->thread);
    g_async_queue_unref(ahead->filled);
    g_async_queue_unref(ahead->empty);
    g_free(ahead);
}

bool ent_ahead_next(EntAhead *ahead, EntSlice *slice, const cJSON **value)
{
    const Item *item;

    if (!ahead->batch || ahead->taken == ahead->batch->items->len) {
        give_back(ahead);
        ahead->batch = g_async_queue_pop(ahead->filled);
        ahead->taken = 0;
    }
    item = &g_array_index(ahead->batch->items, Item, ahead->taken++);
    *slice = item->slice;
    if (item->slice.text)
        slice->text = ahead->batch->text->str + item->at;
    *value = item->value;
    return item->given;
}

guint ent_ahead_waiting(const EntAhead *ahead)
{
    return ahead->batch ? ahead->batch->items->len - ahead->taken : 0;
}

const cJSON *ent_ahead_peek(const EntAhead *ahead, guint number)
{
    return g_array_index(ahead->batch->items, Item, ahead->taken + number).value;
}

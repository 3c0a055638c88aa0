/* SPDX-License-Identifier: MIT */
/* The slicer, the scanner and cJSON agree on what is JSON and where its pieces lie. */
#include "harness.h"

#include <string.h>

#include "base/json.h"
#include "base/json_decode.h"

static const char *const sections[] = {"sources", "nodes", "edges", NULL};

/* What a slice is made of is JSON by itself. */
static void check_slice(EntDecoder *decoder, const EntSlice *slice)
{
    g_autofree char *text = g_strndup(slice->text, slice->length);
    EntJsonFault fault;
    gsize value = 0;
    bool member =
        slice->kind == ENT_SLICE_MEMBER || (slice->kind == ENT_SLICE_ENTRY && !slice->array);
    gsize end = member ? ent_json_scan_member(text, slice->length, &value, &fault)
                       : ent_json_scan(text, slice->length, &fault);

    fuzz_demand(slice->line > 0 && slice->column > 0, "a slice without a place");
    fuzz_demand(end == slice->length, "a slice of %zu bytes scans to %zu", slice->length, end);
    fuzz_demand(!member || value == slice->value, "a member's value is elsewhere");
    fuzz_demand(fault.has_nul == slice->has_nul, "not agreed on U+0000");
    fuzz_demand(ent_decode(decoder, text + value, slice->length - value) != NULL,
                "cJSON refuses a slice");
}

/* Whether all of the text is JSON, as the scanner has it. */
static bool scans(const guint8 *data, gsize size)
{
    bool marked = size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0;
    const char *start = (const char *)data + (marked ? 3 : 0);
    gsize length = size - (marked ? 3 : 0), end;
    g_autofree char *text = g_malloc(length + 1);
    EntJsonFault fault;

    memcpy(text, start, length);
    text[length] = '\0';
    end = ent_json_scan(text, length, &fault);
    return end > 0 && ent_json_space(text, length, end) == length;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    const char *path = fuzz_file("slices.json", data, size);
    g_autoptr(EntInput) input = ent_input_open(path, NULL, NULL);
    g_autoptr(EntSlicer) slicer = ent_slicer_new(input, sections);
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    guint64 last = 0;
    EntSlice slice;

    while (ent_slicer_next(slicer, &slice)) {
        fuzz_demand(slice.offset >= last, "slices out of order");
        last = slice.offset;
        check_slice(decoder, &slice);
    }
    fuzz_demand((slice.kind == ENT_SLICE_END) == scans(data, size),
                "slicer and scanner do not agree: %s", slice.what ? slice.what : "accepted");
    return 0;
}

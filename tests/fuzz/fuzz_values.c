/* SPDX-License-Identifier: MIT */
/* Dates, decimal numbers, ids: what is accepted is what was written. */
#include "harness.h"

#include <string.h>

#include "base/text.h"

static void try_date(const char *text)
{
    EntDate date, again;
    const char *why = NULL;
    char written[ENT_DATE_TEXT];

    if (!ent_date_parse(text, &date, &why)) {
        fuzz_demand(why != NULL, "a date refused without a reason");
        return;
    }
    fuzz_demand(g_str_equal(ent_date_text(date, written), text), "'%s' becomes '%s'", text,
                written);
    fuzz_demand(ent_date_parse(written, &again, &why) && again == date, "'%s' is another date",
                text);
    fuzz_demand(ent_date_first(date) <= ent_date_last(date), "'%s' ends before it begins", text);
}

static void try_decimal(const char *text)
{
    bool regular =
        g_regex_match_simple("\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?\\z", text, G_REGEX_RAW, 0);

    fuzz_demand((ent_text_not_decimal(text) == NULL) == regular, "'%s' as a decimal number", text);
}

static void try_text(const char *text)
{
    g_autofree char *brief = ent_text_brief(text, 5);
    g_auto(GStrv) parts = ent_text_split(text);

    fuzz_demand(g_utf8_validate(brief, -1, NULL) && g_utf8_strlen(brief, -1) <= 5, "brief '%s'",
                brief);
    fuzz_demand(!*text || parts[0], "a text without parts");
    if (!ent_text_not_id(text))
        fuzz_demand(*text && strlen(text) <= ENT_ID_BYTES && !ent_text_bad_character(text),
                    "an id");
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autofree char *text = g_strndup((const char *)data, size);

    if (!g_utf8_validate(text, -1, NULL))
        return 0;
    try_date(text);
    try_decimal(text);
    try_text(text);
    return 0;
}

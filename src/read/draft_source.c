/* SPDX-License-Identifier: MIT */
#include "read/draft.h"

#include <string.h>

#define STEPS(...) ((const char *const[4]){__VA_ARGS__})

/* Where a source keeps the text of a key. */
static const char **source_text(EntSource *source, const char *key)
{
    struct {
        const char *key, **text;
    } places[] = {
        {"title", &source->title},       {"publisher", &source->publisher},
        {"author", &source->author},     {"url", &source->url},
        {"file", &source->file},         {"sha256", &source->sha256},
        {"language", &source->language}, {"licence", &source->licence},
    };

    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        if (g_str_equal(places[i].key, key))
            return places[i].text;
    g_assert_not_reached();
}

void ent_draft_source_text(EntDraft *draft, const cJSON *value)
{
    const char *text = ent_draft_text(draft, value, STEPS(value->string), false);

    if (text && g_str_equal(value->string, "sha256") &&
        (strlen(text) != 64 || strspn(text, "0123456789abcdef") != 64))
        ent_draft_finding(draft, "bad-hash", STEPS("sha256"), NULL,
                          "\"sha256\" must be 64 hexadecimal digits in lower case");
    else
        *source_text(draft->source, value->string) = text;
}

void ent_draft_reliability(EntDraft *draft, const cJSON *value)
{
    const char *text = cJSON_IsString(value) ? value->valuestring : "";

    if (strlen(text) == 1 && *text >= 'A' && *text <= 'F')
        draft->source->reliability = *text;
    else
        ent_draft_finding(draft, "bad-reliability", STEPS("reliability"), NULL,
                          "\"reliability\" must be a letter from A to F");
}

/* SPDX-License-Identifier: MIT */
/* A source's text and a quote of it. The input is the text, a line of "=", and the quote; without
 * that line, the quote is taken from the text's middle and must be found. */
#include "harness.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"

#define MARK "\n=\n"

static bool is_text(const char *text)
{
    return g_utf8_validate(text, -1, NULL) && !ent_text_bad_character(text);
}

/* The middle third, from a letter to a letter: what lies at its ends must not melt into what is
 * around it, as a full stop of an ellipsis does. */
static char *middle(const char *text)
{
    gsize length = strlen(text), start = length / 3, end = length * 2 / 3;

    while (start < end && !g_ascii_isalnum(text[start]))
        start++;
    while (end > start && !g_ascii_isalnum(text[end - 1]))
        end--;
    return g_strndup(text + start, end - start);
}

static bool is_found(const char *quote)
{
    g_autoptr(GString) facts = g_string_new(
        "{\"entente\":1,\"schema\":\"open\",\"sources\":{\"s\":{\"file\":\"quoted.txt\"}},"
        "\"nodes\":{\"a\":{\"type\":\"t\",\"evidence\":[{\"source\":\"s\",\"quote\":");
    g_autoptr(EntReport) report = ent_report_new();

    ent_json_quote(facts, quote);
    g_string_append(facts, "}]}}}");
    const char *path = fuzz_file("quoting.json", facts->str, facts->len);
    ent_dossier_free(ent_dossier_load(&path, 1, NULL, report, NULL));
    fuzz_check_report(report);
    for (guint i = 0; i < ent_report_length(report); i++)
        if (g_str_equal(ent_report_get(report, i)->code, "quote-not-found"))
            return false;
    return true;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    char *mark = strstr(text, MARK);
    g_autofree char *quote = NULL;

    if (!is_text(text))
        return 0;
    if (mark)
        *mark = '\0';
    quote = mark ? g_strdup(mark + strlen(MARK)) : middle(text);
    fuzz_file("quoted.txt", text, strlen(text));
    fuzz_demand(is_found(quote) || mark, "a piece of the text is not found in it");
    return 0;
}

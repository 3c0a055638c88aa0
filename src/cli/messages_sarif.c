/* SPDX-License-Identifier: MIT */
/* SARIF 2.1.0 (OASIS), which code scanners and editors read. */
#include "cli/messages.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static gint compare_codes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The codes of all findings, sorted, each once. */
static GPtrArray *list_codes(EntReport *report)
{
    GPtrArray *codes = g_ptr_array_new();
    guint length = 0;

    for (guint i = 0; i < ent_report_length(report); i++)
        g_ptr_array_add(codes, (gpointer)ent_report_get(report, i)->code);
    g_ptr_array_sort(codes, compare_codes);
    for (guint i = 0; i < codes->len; i++)
        if (!length || !g_str_equal(codes->pdata[i], codes->pdata[length - 1]))
            codes->pdata[length++] = codes->pdata[i];
    g_ptr_array_set_size(codes, (gint)length);
    return codes;
}

static guint index_of(const GPtrArray *codes, const char *code)
{
    guint low = 0, high = codes->len;

    while (low + 1 < high) {
        guint middle = low + (high - low) / 2;

        if (strcmp(codes->pdata[middle], code) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void put_message(EntOutput *output, const char *text, const char *hint)
{
    g_autofree char *both = hint ? g_strdup_printf("%s (%s)", text, hint) : g_strdup(text);

    ent_put(output, "\"message\": { \"text\": ");
    ent_put_json(output, both);
    ent_put(output, " }");
}

/* A path as the reference that a URI is: what is not allowed in one is escaped. */
static void put_uri(EntOutput *output, const char *path)
{
    g_autofree char *escaped = g_uri_escape_string(path, "/", FALSE);
    g_autofree char *uri = g_strconcat(g_path_is_absolute(path) ? "file://" : "", escaped, NULL);

    ent_put_json(output, uri);
}

static void put_location(EntOutput *output, const EntPlace *place)
{
    ent_put(output,
            ", \"locations\": [{ \"physicalLocation\": { \"artifactLocation\": { \"uri\": ");
    put_uri(output, place->file);
    ent_put(output, " }");
    if (place->line)
        ent_putf(output, ", \"region\": { \"startLine\": %u", place->line);
    if (place->line && place->column)
        ent_putf(output, ", \"startColumn\": %u, \"endColumn\": %u", place->column,
                 place->column + place->width);
    ent_putf(output, "%s } }]", place->line ? " }" : "");
}

static void put_results(EntOutput *output, const EntMessageState *state, const GPtrArray *codes)
{
    bool any = false;

    ent_put(output, "      \"results\": [");
    for (guint i = 0; i < ent_report_length(state->report); i++) {
        const EntFinding *finding = ent_report_get(state->report, i);

        if (!ent_finding_shown(state, finding))
            continue;
        ent_putf(output, "%s\n        { \"ruleId\": \"%s\", \"ruleIndex\": %u, \"level\": \"%s\", ",
                 any ? "," : "", finding->code, index_of(codes, finding->code),
                 ent_severity_name(finding->severity));
        put_message(output, finding->message, finding->hint);
        put_location(output, &finding->place);
        ent_put(output, " }");
        any = true;
    }
    ent_put(output, any ? "\n      ]\n" : "]\n");
}

static void put_rules(EntOutput *output, const GPtrArray *codes)
{
    ent_put(output, "      \"tool\": { \"driver\": { \"name\": \"entente\", \"rules\": [");
    for (guint i = 0; i < codes->len; i++)
        ent_putf(output, "%s{ \"id\": \"%s\" }", i ? ", " : "", (const char *)codes->pdata[i]);
    ent_put(output, "] } },\n");
}

/* What the program said besides findings. */
static void put_invocation(EntOutput *output, const EntMessageState *state)
{
    ent_putf(output, "      \"invocations\": [{ \"executionSuccessful\": %s",
             state->failed ? "false" : "true");
    for (guint i = 0; i < state->remarks->len; i++) {
        const EntRemark *remark = state->remarks->pdata[i];

        ent_putf(output, "%s{ \"level\": \"%s\", ",
                 i ? ", " : ", \"toolExecutionNotifications\": [", ent_level_name(remark->level));
        put_message(output, remark->text, NULL);
        ent_put(output, " }");
    }
    ent_put(output, state->remarks->len ? "] }],\n" : " }],\n");
}

static void write_document(EntOutput *output, const EntMessageState *state)
{
    g_autoptr(GPtrArray) codes = list_codes(state->report);

    ent_put(output, "{\n  \"$schema\": \"" SCHEMA "\",\n  \"version\": \"2.1.0\",\n");
    ent_put(output, "  \"runs\": [\n    {\n");
    put_rules(output, codes);
    put_invocation(output, state);
    ent_put(output, "      \"columnKind\": \"unicodeCodePoints\",\n");
    put_results(output, state, codes);
    ent_put(output, "    }\n  ]\n}\n");
}

const EntMessageForm ent_message_form_sarif = {.name = "sarif", .document = write_document};

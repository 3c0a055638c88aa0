/* SPDX-License-Identifier: MIT */
#include "read/draft.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"

#include <string.h>

#define FINDINGS_A_FACT 20 /* one broken fact does not fill the report */
#define FEW_KEYS        16

static char *join_steps(const char *const steps[4])
{
    GString *pointer = g_string_new(NULL);

    for (guint i = 0; i < 4 && steps[i]; i++)
        ent_json_pointer_add(pointer, steps[i]);
    return g_string_free(pointer, FALSE);
}

static void add_finding(EntFactSource *from, const char *code, const char *pointer, bool key,
                        char *hint, const char *format, va_list arguments)
{
    g_autofree char *message = NULL;
    EntReading *reading = from->reading;

    if (from->findings++ >= FINDINGS_A_FACT) {
        g_free(hint);
        return;
    }
    message = g_strdup_vprintf(format, arguments);
    ent_facts_finding(reading->facts, reading->report, ENT_SEVERITY_ERROR, code, &from->origin,
                      pointer, key, hint, "%s", message);
}

void ent_fact_finding(EntFactSource *from, const char *code, const char *pointer, bool key,
                      char *hint, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add_finding(from, code, pointer, key, hint, format, arguments);
    va_end(arguments);
}

void ent_draft_finding(EntDraft *draft, const char *code, const char *const steps[4], char *hint,
                       const char *format, ...)
{
    g_autofree char *pointer = join_steps(steps);
    va_list arguments;

    va_start(arguments, format);
    add_finding(draft->from, code, pointer, false, hint, format, arguments);
    va_end(arguments);
}

bool ent_draft_is_text(EntDraft *draft, const cJSON *value, const char *const steps[4],
                       bool may_be_empty)
{
    gunichar bad;

    if (!cJSON_IsString(value)) {
        ent_draft_finding(draft, "wrong-type", steps, NULL, "expected a text");
        return false;
    }
    if (!*value->valuestring && !may_be_empty) {
        ent_draft_finding(draft, "empty-text", steps, NULL, "the text is empty");
        return false;
    }
    bad = ent_text_bad_character(value->valuestring);
    if (bad)
        ent_draft_finding(draft, "bad-character", steps,
                          g_strdup("remove it, or write what it stands for"),
                          "the text has the character U+%04X, which no text may have", bad);
    return !bad;
}

bool ent_draft_is_id(EntDraft *draft, const cJSON *value, const char *const steps[4])
{
    const char *why;

    if (!ent_draft_is_text(draft, value, steps, false))
        return false;
    why = ent_text_not_id(value->valuestring);
    if (why)
        ent_draft_finding(draft, "bad-id", steps, NULL, "this is no id: %s", why);
    return !why;
}

const char *ent_draft_text(EntDraft *draft, const cJSON *value, const char *const steps[4],
                           bool may_be_empty)
{
    return ent_draft_is_text(draft, value, steps, may_be_empty)
               ? ent_facts_text(draft->facts, value->valuestring)
               : NULL;
}

static void repeated_key(EntDraft *draft, const cJSON *member, const char *parent, const char *item)
{
    const char *steps[4] = {parent ? parent : member->string, parent ? item : NULL,
                            parent ? member->string : NULL, NULL};
    g_autofree char *pointer = NULL;

    if (parent && !item)
        steps[1] = member->string, steps[2] = NULL;
    pointer = join_steps(steps);
    ent_fact_finding(draft->from, "duplicate-key", pointer, true, NULL, "key \"%s\" given twice",
                     member->string);
}

static void check_many_keys(EntDraft *draft, const cJSON *object, const char *parent,
                            const char *item)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    for (const cJSON *member = object->child; member; member = member->next)
        if (!g_hash_table_add(seen, member->string))
            repeated_key(draft, member, parent, item);
}

void ent_draft_check_keys(EntDraft *draft, const cJSON *object, const char *parent,
                          const char *item)
{
    guint length = 0;

    for (const cJSON *member = object->child; member; member = member->next)
        length++;
    if (length > FEW_KEYS) {
        check_many_keys(draft, object, parent, item);
        return;
    }
    for (const cJSON *member = object->child; member; member = member->next)
        for (const cJSON *before = object->child; before != member; before = before->next)
            if (strcmp(before->string, member->string) == 0) {
                repeated_key(draft, member, parent, item);
                break;
            }
}

bool ent_draft_is_number(const cJSON *value)
{
    return cJSON_IsNumber(value) || cJSON_IsRaw(value);
}

double ent_draft_number(const cJSON *value)
{
    return cJSON_IsRaw(value) ? g_ascii_strtod(value->valuestring, NULL) : value->valuedouble;
}

static char *text_as_json(const char *text)
{
    GString *quoted = g_string_new(NULL);

    ent_json_quote(quoted, text);
    return g_string_free(quoted, FALSE);
}

const char *ent_draft_json(EntDraft *draft, const cJSON *value, const char *const steps[4])
{
    g_autofree char *text = NULL;

    if (cJSON_IsString(value))
        text = text_as_json(value->valuestring);
    else
        text = ent_draft_written(draft, steps);
    if (!text) { /* made by a reader of another format; its numbers are raw, so nothing is lost */
        char *printed = cJSON_PrintUnformatted(value);

        text = g_strdup(printed);
        cJSON_free(printed);
    }
    return ent_facts_text(draft->facts, text);
}

/* Room for all members that may still follow, so that many cost no more than few. */
void ent_draft_extra(EntDraft *draft, EntProperties *extras, const cJSON *member,
                     const char *const steps[4])
{
    EntProperty *items = (EntProperty *)extras->items;

    if (!items) {
        gsize room = 0;

        for (const cJSON *next = member; next; next = next->next)
            room++;
        extras->items = items = ent_facts_alloc(draft->facts, room * sizeof *items);
    }
    items[extras->length++] = (EntProperty){ent_facts_text(draft->facts, member->string),
                                            ent_draft_json(draft, member, steps)};
}

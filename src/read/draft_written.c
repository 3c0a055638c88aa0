/* SPDX-License-Identifier: MIT */
#include "read/draft.h"

#include <string.h>

/* Whether a step names the value that was found last: its key, or an item's number. */
static bool is_step(const char *text, const EntWritten *level, const char *step)
{
    char number[16];

    if (level->key.length)
        return ent_json_key_is(text, level->key, step);
    g_snprintf(number, sizeof number, "%u", level->items - 1);
    return strcmp(number, step) == 0;
}

static bool search(const char *text, EntWritten *level, const char *step)
{
    level->found = false;
    while (!level->found &&
           ent_json_next(text, level->container, &level->at, &level->key, &level->value)) {
        level->items++;
        level->found = is_step(text, level, step);
    }
    return level->found;
}

/* On from where this container was left, from its start where the step lies before that. */
static bool descend(const char *text, EntWritten *level, EntSpan container, const char *step)
{
    if (level->container.start == container.start && level->found &&
        (is_step(text, level, step) || search(text, level, step)))
        return true;
    *level = (EntWritten){.container = container};
    return search(text, level, step);
}

char *ent_draft_written(EntDraft *draft, const char *const steps[4])
{
    const char *text = draft->from->text;
    EntSpan value = draft->root;

    if (!text)
        return NULL;
    if (!value.length && !ent_json_find(text, draft->from->length, "", false, &value))
        return NULL;
    draft->root = value;
    for (guint i = 0; i < ENT_STEPS && steps[i]; i++) {
        EntWritten *level = &draft->written[i];

        if ((text[value.start] != '{' && text[value.start] != '[') ||
            !descend(text, level, value, steps[i]))
            return NULL;
        value = level->value;
    }
    return ent_json_compact(text + value.start, value.length);
}

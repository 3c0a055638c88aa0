/* SPDX-License-Identifier: MIT */
#include "cli/draw_frames.h"

#define FRAMES_MOST 60

void ent_frames_clear(EntFrames *frames)
{
    g_clear_pointer(&frames->dates, g_array_unref);
    g_clear_pointer(&frames->words, g_strfreev);
    g_clear_pointer(&frames->views, g_ptr_array_unref);
}

static bool read_dates(EntRun *run, EntFrames *frames)
{
    for (char **word = frames->words; *word; word++) {
        const char *why = NULL;
        EntDate date;

        if (!ent_date_parse(*word, &date, &why)) {
            ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                             "'--frames': '%s' is no date: %s", *word, why);
            return false;
        }
        g_array_append_val(frames->dates, date);
    }
    if (frames->dates->len <= FRAMES_MOST)
        return true;
    ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                     "'--frames' takes %d dates at most, not %u", FRAMES_MOST, frames->dates->len);
    return false;
}

bool ent_frames_read(EntRun *run, EntFrames *frames)
{
    frames->words = ent_args_split(run->args, "frames");
    frames->dates = g_array_new(FALSE, FALSE, sizeof(EntDate));
    frames->views = g_ptr_array_new_with_free_func((GDestroyNotify)ent_view_free);
    if (!frames->words)
        return true;
    if (ent_args_given(run->args, "as-of") || ent_args_given(run->args, "project")) {
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                         "'--frames' says the dates itself, of facts as they are: leave out "
                         "'--as-of' and '--project'");
        return false;
    }
    return read_dates(run, frames);
}

bool ent_frames_view(EntRun *run, const EntDossier *dossier, EntFrames *frames)
{
    for (guint i = 0; i < frames->dates->len; i++) {
        EntView *view =
            ent_run_view_at(run, dossier, true, g_array_index(frames->dates, EntDate, i));

        if (!view)
            return false;
        g_ptr_array_add(frames->views, view);
    }
    return true;
}

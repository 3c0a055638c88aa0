/* SPDX-License-Identifier: MIT */
/* 'draw --frames': what holds on each of some dates. */
#ifndef ENT_CLI_DRAW_FRAMES_H
#define ENT_CLI_DRAW_FRAMES_H

#include "cli/run.h"

typedef struct {
    GArray *dates;    /* EntDate */
    char **words;     /* as they were written, NULL-terminated; NULL: no frames are asked for */
    GPtrArray *views; /* EntView */
} EntFrames;

void ent_frames_clear(EntFrames *frames);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntFrames, ent_frames_clear)

/* Reads the dates before any work is done; false after a failure. */
bool ent_frames_read(EntRun *run, EntFrames *frames);

/* Makes a view for each date. */
bool ent_frames_view(EntRun *run, const EntDossier *dossier, EntFrames *frames);

#endif

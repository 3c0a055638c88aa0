/* SPDX-License-Identifier: MIT */
/* Facts given as text in a test: written to private files and loaded. */
#ifndef ENT_TESTS_FACTS_TEXT_H
#define ENT_TESTS_FACTS_TEXT_H

#include <glib/gstdio.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <entente/entente.h>

/* A private file with that ending; the path is the caller's, who removes it. */
static inline char *facts_file(const char *ending, const char *text)
{
    g_autofree char *pattern = g_strconcat("entente-XXXXXX", ending, NULL);
    char *path = NULL;
    int fd = g_file_open_tmp(pattern, &path, NULL);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (gssize)strlen(text));
    close(fd);
    return path;
}

/* The dossier of up to two texts (NULL: none); NULL where there are errors. */
static inline EntDossier *load_texts(const char *ending, const char *first, const char *second,
                                     EntReport *report)
{
    char *paths[3] = {facts_file(ending, first), second ? facts_file(ending, second) : NULL, NULL};
    GError *error = NULL;
    EntDossier *dossier =
        ent_dossier_load((const char *const *)paths, second ? 2 : 1, NULL, report, &error);

    assert_null(error);
    for (guint i = 0; paths[i]; i++) {
        g_unlink(paths[i]);
        g_free(paths[i]);
    }
    return dossier;
}

/* Whether the report has a finding of that code. */
static inline bool report_has(EntReport *report, const char *code)
{
    for (guint i = 0; i < ent_report_length(report); i++)
        if (g_str_equal(ent_report_get(report, i)->code, code))
            return true;
    return false;
}

#endif

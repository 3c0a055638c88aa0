/* SPDX-License-Identifier: MIT */
/* What writers make of facts: in a private folder that is removed in the end. */
#ifndef ENT_TESTS_WRITTEN_H
#define ENT_TESTS_WRITTEN_H

#include "facts_text.h"

/* A folder of the test's own. */
typedef struct {
    char *path;
} Folder;

static inline int folder_make(void **state)
{
    Folder *folder = g_new0(Folder, 1);

    folder->path = g_dir_make_tmp("entente-XXXXXX", NULL);
    *state = folder;
    return folder->path ? 0 : -1;
}

static inline int folder_remove(void **state)
{
    Folder *folder = *state;
    GDir *dir = g_dir_open(folder->path, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder->path, name, NULL);

        if (g_unlink(path) != 0)
            g_rmdir(path);
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(folder->path);
    g_free(folder->path);
    g_free(folder);
    return 0;
}

static inline char *folder_file(const Folder *folder, const char *name)
{
    return g_build_filename(folder->path, name, NULL);
}

static inline void folder_put(const Folder *folder, const char *name, const char *text)
{
    g_autofree char *path = folder_file(folder, name);
    FILE *file = g_fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

/* NULL where there is no such file. */
static inline char *folder_get(const Folder *folder, const char *name)
{
    g_autofree char *path = folder_file(folder, name);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

/* The dossier of the folder's files, which have no errors. */
static inline EntDossier *folder_load(const Folder *folder, const char *const *names)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    EntLoadOptions options = {.schema = "open"};
    g_autoptr(GError) error = NULL;
    EntDossier *dossier;

    for (; *names; names++)
        g_ptr_array_add(paths, folder_file(folder, *names));
    dossier =
        ent_dossier_load((const char *const *)paths->pdata, paths->len, &options, report, &error);
    for (guint i = 0; i < ent_report_length(report); i++) {
        const EntFinding *finding = ent_report_get(report, i);

        if (finding->severity == ENT_SEVERITY_ERROR)
            print_error("%s:%u:%u: %s\n", finding->place.file, finding->place.line,
                        finding->place.column, finding->message);
    }
    assert_null(error);
    assert_non_null(dossier);
    return dossier;
}

/* Writes what the filter (NULL: nothing) leaves of the dossier. */
static inline void folder_write(const Folder *folder, const EntDossier *dossier,
                                const EntFilter *filter, const char *format, const char *name)
{
    g_autofree char *path = folder_file(folder, name);
    EntFilter all = {.keep_denied = true};
    g_autoptr(GError) error = NULL;
    g_autoptr(EntView) view = ent_view_new(dossier, filter ? filter : &all, &error);
    const EntWriter *writer = ent_writer_find(format, &error);

    assert_null(error);
    if (!ent_write(writer, view, NULL, 0, path, &error))
        print_error("%s\n", error->message);
    assert_null(error);
}

/* What a format makes of a file's facts. */
static inline char *folder_convert(const Folder *folder, const char *const *from,
                                   const char *format, const char *to)
{
    g_autoptr(EntDossier) dossier = folder_load(folder, from);

    folder_write(folder, dossier, NULL, format, to);
    return folder_get(folder, to);
}

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif

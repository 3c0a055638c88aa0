/* SPDX-License-Identifier: MIT */
#include "write/part_path.h"

/* What is left of name without the ending; the whole where it has another. */
static gsize without(const char *name, gsize length, const char *ending)
{
    gsize wanted = strlen(ending);

    if (length < wanted || g_ascii_strncasecmp(name + length - wanted, ending, wanted) != 0)
        return length;
    return length - wanted;
}

/* The length of path's beginning that all parts share: "x" of "x.csv", "dir/" of "dir/nodes.csv".
 * */
static gsize stem_length(const EntWriter *writer, const char *path)
{
    const char *slash = strrchr(path, '/');
    gsize start = slash ? (gsize)(slash - path) + 1 : 0, length = strlen(path);

    for (const char *const *ending = writer->endings; *ending; ending++) {
        gsize left = without(path, length, *ending);

        if (left > start && left < length) {
            length = left;
            break;
        }
    }
    for (const EntWriterPart *part = writer->parts; part->write; part++) {
        if (length - start == strlen(part->suffix + 1) &&
            without(path, length, part->suffix + 1) == start)
            return start;
        if (length - start > strlen(part->suffix) && without(path, length, part->suffix) < length)
            return without(path, length, part->suffix);
    }
    return length;
}

char *ent_part_path(const EntWriter *writer, const EntWriterPart *part, const char *path)
{
    const char *ending = writer->endings[0];
    gsize length;

    if (!part->suffix)
        return g_strdup(path);
    if (g_str_has_suffix(path, "/"))
        return g_strdup_printf("%s%s%s", path, part->suffix + 1, ending);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return g_strdup_printf("%s/%s%s", path, part->suffix + 1, ending);
    length = stem_length(writer, path);
    if (length == 0 || path[length - 1] == '/')
        return g_strdup_printf("%.*s%s%s", (int)length, path, part->suffix + 1, ending);
    return g_strdup_printf("%.*s%s%s", (int)length, path, part->suffix, ending);
}

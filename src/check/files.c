/* SPDX-License-Identifier: MIT */
/*
 * The texts of sources: each `file` is inside its facts file's folder, a regular file, readable,
 * UTF-8, and the one that `sha256` names. Its text, without a byte order mark, is kept for the
 * quotes.
 */
#include "check/inside.h"
#include "check/registry.h"
#include "check/say.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXTS_MOST ((gsize)1 << 31) /* bytes of all texts together */
#define BOM        "\xef\xbb\xbf"

typedef struct {
    EntChecking *checking;
    gsize read; /* bytes so far */
} Files;

typedef struct {
    char *bytes; /* NUL-terminated */
    gsize length;
} Content;

/* NULL where it was read, else why not. */
static const char *read_all(int descriptor, gsize most, Content *content)
{
    struct stat status;
    gssize got = 1;

    if (fstat(descriptor, &status) != 0)
        return g_strerror(errno);
    if (!S_ISREG(status.st_mode))
        return "it is no regular file";
    if ((guint64)status.st_size >= most)
        return "the texts of all sources together are over 2 GiB";
    content->bytes = g_try_malloc((gsize)status.st_size + 1);
    if (!content->bytes)
        return "there is not memory enough";
    while (content->length < (gsize)status.st_size && got > 0) {
        got = read(descriptor, content->bytes + content->length,
                   (gsize)status.st_size - content->length);
        if (got < 0 && errno == EINTR)
            got = 1;
        else if (got < 0)
            return g_strerror(errno);
        else
            content->length += (gsize)got;
    }
    content->bytes[content->length] = '\0';
    return NULL;
}

static const char *read_file(Files *files, const char *path, Content *content)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    const char *why;

    if (descriptor < 0)
        return g_strerror(errno);
    why = read_all(descriptor, TEXTS_MOST - files->read, content);
    close(descriptor);
    if (why)
        g_clear_pointer(&content->bytes, g_free);
    files->read += content->length;
    return why;
}

static void unreadable(Files *files, const EntSource *source, const char *why, EntSeverity severity)
{
    EntAbout about = {severity, "source-file", &source->origin, "/file", 0, false};

    ent_say(files->checking, &about,
            g_strdup("without its text the quotes of this source are not looked for"),
            g_strdup_printf("cannot read '%s': %s", source->file, why));
}

static void outside(Files *files, const EntSource *source)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "source-outside", &source->origin, "/file", 0, false};

    ent_say(files->checking, &about,
            g_strdup("put a copy of the text beside the facts file and give its relative path"),
            g_strdup_printf("'%s' is outside the facts file's folder", source->file));
}

static void check_hash(Files *files, const EntSource *source, const Content *content)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "source-hash", &source->origin, "/sha256", 0, false};
    g_autofree char *hash = NULL;

    if (!source->sha256)
        return;
    hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content->bytes,
                                       content->length);
    if (g_ascii_strcasecmp(hash, source->sha256) == 0)
        return;
    ent_say(files->checking, &about, g_strdup_printf("the file's is \"%s\"", hash),
            g_strdup_printf("'%s' is not the file that \"sha256\" was made of", source->file));
}

static guint line_of(const char *bytes, gsize offset)
{
    guint line = 1;

    for (const char *at = bytes; (at = memchr(at, '\n', offset - (gsize)(at - bytes))); at++)
        line++;
    return line;
}

static bool check_encoding(Files *files, const EntSource *source, const Content *content)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "source-encoding", &source->origin, "/file", 0, false};
    const char *bad;
    gsize offset;
    bool wide = content->length > 1 && (memcmp(content->bytes, "\xff\xfe", 2) == 0 ||
                                        memcmp(content->bytes, "\xfe\xff", 2) == 0);

    if (g_utf8_validate_len(content->bytes, content->length, &bad))
        return true;
    offset = (gsize)(bad - content->bytes);
    ent_say(files->checking, &about,
            g_strdup(wide ? "it looks like UTF-16: save it as UTF-8" : "save it as UTF-8"),
            g_strdup_printf("'%s' is no UTF-8 text: byte 0x%02X in line %u", source->file,
                            (guchar)content->bytes[offset], line_of(content->bytes, offset)));
    return false;
}

static void keep(Files *files, guint32 index, Content *content)
{
    gsize bom = g_str_has_prefix(content->bytes, BOM) ? strlen(BOM) : 0;

    if (bom)
        memmove(content->bytes, content->bytes + bom, content->length - bom + 1);
    files->checking->facts->source_texts->pdata[index] = g_steal_pointer(&content->bytes);
}

static void check_source(Files *files, guint32 index)
{
    EntFacts *facts = files->checking->facts;
    const EntSource *source = ent_facts_get_source(facts, index);
    const EntFile *file = ent_facts_file(facts, source->origin.file);
    g_autofree char *path = NULL;
    const char *why = NULL;
    EntInside inside = ent_inside(ent_input_folder(file->input), source->file, &path, &why);
    Content content = {0};

    if (inside == ENT_OUTSIDE) {
        outside(files, source);
        return;
    }
    if (inside == ENT_INSIDE)
        why = read_file(files, path, &content);
    if (why) {
        unreadable(files, source, why,
                   inside == ENT_MISSING && !files->checking->texts_wanted ? ENT_SEVERITY_WARNING
                                                                           : ENT_SEVERITY_ERROR);
        return;
    }
    check_hash(files, source, &content);
    if (check_encoding(files, source, &content))
        keep(files, index, &content); /* a changed text too: its quotes show what has changed */
    g_free(content.bytes);
}

static void run(EntChecking *checking)
{
    Files files = {.checking = checking};

    for (guint32 i = 0; i < checking->facts->sources->len; i++) {
        const EntSource *source = ent_facts_get_source(checking->facts, i);

        if (checking->progress && !checking->progress(0, checking->progress_data))
            return;
        if (source->declared && source->file)
            check_source(&files, i);
    }
}

const EntCheck ent_check_files = {
    .name = "files",
    .summary = "the texts of sources are inside the facts file's folder, UTF-8, and unchanged",
    .codes = (const char *const[]){"source-encoding", "source-file", "source-hash",
                                   "source-outside", NULL},
    .run = run,
};

/* SPDX-License-Identifier: MIT */
#include "check/source_text.h"

#include "base/text.h"
#include "check/say.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST ((gsize)1 << 31) /* bytes of a text */
#define BOM  "\xef\xbb\xbf"

static const char no_memory[] = "there is not memory enough";

void ent_source_text_find(EntSourceText *text, const EntFacts *facts, const EntSource *source)
{
    const EntFile *file = ent_facts_file(facts, source->origin.file);
    struct stat status;

    *text = (EntSourceText){.source = source};
    text->inside = ent_inside(ent_input_folder(file->input), source->file, &text->path, &text->why);
    if (text->inside == ENT_INSIDE && stat(text->path, &status) == 0)
        text->size = (gsize)status.st_size;
}

void ent_source_text_clear(EntSourceText *text)
{
    g_free(text->path);
    g_free(text->bytes);
    g_free(text->hash);
}

/* NULL where it was read, else why not. */
static const char *read_all(EntSourceText *text, int descriptor)
{
    struct stat status;
    gssize got = 1;

    if (fstat(descriptor, &status) != 0)
        return g_strerror(errno);
    if (!S_ISREG(status.st_mode))
        return "it is no regular file";
    if ((guint64)status.st_size >= MOST)
        return "it is over 2 GiB";
    text->bytes = g_try_malloc((gsize)status.st_size + 1);
    if (!text->bytes)
        return no_memory;
    while (text->length < (gsize)status.st_size && got > 0) {
        got = read(descriptor, text->bytes + text->length, (gsize)status.st_size - text->length);
        if (got < 0 && errno == EINTR)
            got = 1;
        else if (got < 0)
            return g_strerror(errno);
        else
            text->length += (gsize)got;
    }
    text->bytes[text->length] = '\0';
    return NULL;
}

static const char *read_file(EntSourceText *text)
{
    int descriptor = open(text->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    const char *why;

    if (descriptor < 0)
        return g_strerror(errno);
    why = read_all(text, descriptor);
    close(descriptor);
    return why;
}

static void check_hash(EntSourceText *text)
{
    if (!text->source->sha256)
        return;
    text->hash =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text->bytes, text->length);
    if (g_ascii_strcasecmp(text->hash, text->source->sha256) == 0)
        g_clear_pointer(&text->hash, g_free);
}

static void check_encoding(EntSourceText *text)
{
    const char *bad;

    if (g_utf8_validate_len(text->bytes, text->length, &bad))
        return;
    text->bad_byte = (guchar)*bad;
    text->bad_line = ent_text_line(text->bytes, (gsize)(bad - text->bytes));
    text->wide = text->length > 1 && (memcmp(text->bytes, "\xff\xfe", 2) == 0 ||
                                      memcmp(text->bytes, "\xfe\xff", 2) == 0);
}

static void skip_mark(EntSourceText *text)
{
    if (!g_str_has_prefix(text->bytes, BOM))
        return;
    text->length -= strlen(BOM);
    memmove(text->bytes, text->bytes + strlen(BOM), text->length + 1);
}

/* A changed text is kept: its quotes show what has changed. */
void ent_source_text_read(EntSourceText *text)
{
    if (text->inside != ENT_INSIDE)
        return;
    text->why = read_file(text);
    if (!text->why) {
        check_hash(text);
        check_encoding(text);
        skip_mark(text);
    }
    if (text->why || text->bad_line > 0)
        g_clear_pointer(&text->bytes, g_free);
}

static void say(const EntSourceText *text, EntChecking *checking, EntSeverity severity,
                const char *code, const char *pointer, char *hint, char *message)
{
    EntAbout about = {severity, code, &text->source->origin, pointer, 0, false};

    ent_say(checking, &about, hint, message);
}

void ent_source_text_say(const EntSourceText *text, EntChecking *checking)
{
    const char *file = text->source->file;
    bool alone = text->inside == ENT_MISSING && !checking->texts_wanted;

    if (text->inside == ENT_OUTSIDE)
        say(text, checking, ENT_SEVERITY_ERROR, "source-outside", "/file",
            g_strdup("put a copy of the text beside the facts file and give its relative path"),
            g_strdup_printf("'%s' is outside the facts file's folder", file));
    else if (text->why)
        say(text, checking, alone ? ENT_SEVERITY_WARNING : ENT_SEVERITY_ERROR, "source-file",
            "/file", g_strdup("without its text the quotes of this source are not looked for"),
            g_strdup_printf("cannot read '%s': %s", file, text->why));
    if (text->hash)
        say(text, checking, ENT_SEVERITY_ERROR, "source-hash", "/sha256",
            g_strdup_printf("the file's is \"%s\"", text->hash),
            g_strdup_printf("'%s' is not the file that \"sha256\" was made of", file));
    if (text->bad_line > 0)
        say(text, checking, ENT_SEVERITY_ERROR, "source-encoding", "/file",
            g_strdup(text->wide ? "it looks like UTF-16: save it as UTF-8" : "save it as UTF-8"),
            g_strdup_printf("'%s' is no UTF-8 text: byte 0x%02X in line %u", file, text->bad_byte,
                            text->bad_line));
}

/* SPDX-License-Identifier: MIT */
/*
 * The way back from folded text is a sample each 64 folded bytes; from there the text is folded
 * again, which costs an eighth of the text in memory instead of four or eight times as much.
 */
#include "check/fold.h"

#include "base/eight.h"

#include <string.h>

#define BLOCK    64u
#define ELLIPSIS 0x2026u

struct EntFoldSample {
    guint32 byte;  /* of the text, where the character begins that this folded byte is of */
    guint32 index; /* the same in code points */
};

typedef struct {
    const char *at, *end; /* what is left of the text */
    guint32 index;        /* code points before `at` */
} Walk;

typedef struct {
    char bytes[4]; /* one folded character */
    gsize length;
    const char *from, *to; /* what it stands for */
    guint32 start, end;
} Step;

/* ASCII that folds to itself and never joins what follows. */
static bool is_plain(char c)
{
    return c > ' ' && c < 0x7f && c != '.' && c != '`';
}

/* Whether eight bytes are all plain, or spaces that stand alone; next follows them. */
static bool eight_plain(guint64 word, char next)
{
    guint64 spaces = ent_eight_zero(word ^ ENT_EIGHT(' '));
    guint64 others = ent_eight_zero(word ^ ENT_EIGHT('.')) | ent_eight_zero(word ^ ENT_EIGHT('`'));

    return ent_eight_plain(word) && (others | (spaces & spaces << 8)) == 0 &&
           (GUINT64_FROM_LE(spaces) >> 63 == 0 || is_plain(next));
}

/* The end of the bytes from at on that are plain, with single spaces between them: most of most
 * texts, folded by copying. */
static const char *plain_end(const char *at, const char *end)
{
    while (end - at > 8 && eight_plain(ent_eight(at), at[8]))
        at += 8;
    while (at < end && (is_plain(*at) || (*at == ' ' && end - at > 1 && is_plain(at[1]))))
        at++;
    return at;
}

static bool vanishes(gunichar c)
{
    return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0x2066 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

static bool is_space(gunichar c)
{
    return c == 0xb || c == 0x85 || g_unichar_isspace(c);
}

/* What a character alone folds to; 0 where it vanishes. */
static gunichar fold_character(gunichar c)
{
    if (c > 0x20 && c < 0x7f)
        return c == '`' ? '\'' : c;
    if (is_space(c))
        return ' ';
    switch (c) {
    case 0xb4:   /* acute accent */
    case 0x2bc:  /* modifier letter apostrophe */
    case 0x2018: /* single quotation marks: left, right, low, reversed */
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032: /* prime */
    case 0xff07: /* full width */
        return '\'';
    case 0x201c: /* double quotation marks: left, right, low, reversed */
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033: /* double prime */
    case 0xff02: /* full width */
        return '"';
    case 0x2010: /* hyphen, no-break hyphen, figure, en and em dash, bar */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: /* minus */
    case 0xfe58: /* small and full-width forms */
    case 0xfe63:
    case 0xff0d:
        return '-';
    default:
        return vanishes(c) ? 0 : c;
    }
}

static gunichar take(Walk *walk)
{
    gunichar c = g_utf8_get_char(walk->at);

    walk->at = g_utf8_next_char(walk->at);
    walk->index++;
    return c;
}

static void end_step(Step *step, const Walk *walk)
{
    step->to = walk->at;
    step->end = walk->index;
}

/* The rest of a run of white space; what vanishes inside it belongs to it. */
static void take_spaces(Walk *walk, Step *step)
{
    while (walk->at < walk->end) {
        gunichar c = fold_character(g_utf8_get_char(walk->at));

        if (c && c != ' ')
            break;
        take(walk);
        if (c)
            end_step(step, walk);
    }
}

/* The rest of a run of dots that begins with c; an ellipsis if there are three. Shorter runs are
 * taken dot by dot. */
static gunichar take_dots(Walk *walk, gunichar c)
{
    Walk rest = *walk;
    guint dots = c == ELLIPSIS ? 3 : 1;

    while (rest.at < rest.end) {
        gunichar next = *rest.at == '.' ? (gunichar)'.' : g_utf8_get_char(rest.at);

        if (next != '.' && next != ELLIPSIS)
            break;
        dots = MIN(dots + (next == '.' ? 1 : 3), 3);
        take(&rest);
    }
    if (dots < 3)
        return '.';
    *walk = rest;
    return ELLIPSIS;
}

/* The next folded character; false at the end of the text. */
static bool take_step(Walk *walk, Step *step)
{
    gunichar c = 0;

    while (!c) {
        if (walk->at >= walk->end)
            return false;
        step->from = walk->at;
        step->start = walk->index;
        c = fold_character(take(walk));
    }
    if (c == '.' || c == ELLIPSIS)
        c = take_dots(walk, c);
    end_step(step, walk);
    if (c == ' ')
        take_spaces(walk, step);
    step->length = (gsize)g_unichar_to_utf8(c, step->bytes);
    return true;
}

/* Notes where the folded bytes from folded->length on come from, where a sample is due. */
static void note_sample(EntFolded *folded, gsize length, const char *from, guint32 index)
{
    gsize block = (folded->length + BLOCK - 1) / BLOCK;

    if (block * BLOCK < folded->length + length)
        folded->samples[block] = (struct EntFoldSample){(guint32)(from - folded->text), index};
}

static void append_step(EntFolded *folded, const Step *step)
{
    note_sample(folded, step->length, step->from, step->start);
    memcpy(folded->folded + folded->length, step->bytes, step->length);
    folded->length += step->length;
}

static void append_plain(EntFolded *folded, Walk *walk)
{
    const char *end = plain_end(walk->at, walk->end);

    while (walk->at < end) {
        gsize length = MIN((gsize)(end - walk->at), BLOCK - folded->length % BLOCK);

        if (folded->length % BLOCK == 0)
            note_sample(folded, length, walk->at, walk->index);
        memcpy(folded->folded + folded->length, walk->at, length);
        folded->length += length;
        walk->at += length;
        walk->index += (guint32)length;
    }
}

EntFolded *ent_folded_new(const char *text, gsize length)
{
    g_autoptr(EntFolded) folded = g_new0(EntFolded, 1);
    Walk walk = {text, text + length, 0};
    Step step;

    folded->text = text;
    folded->text_length = length;
    folded->folded = g_try_malloc(length + 1);
    folded->samples = g_try_new(struct EntFoldSample, length / BLOCK + 1);
    if (!folded->folded || !folded->samples)
        return NULL;
    for (append_plain(folded, &walk); take_step(&walk, &step); append_plain(folded, &walk))
        append_step(folded, &step);
    folded->folded[folded->length] = '\0';
    return g_steal_pointer(&folded);
}

void ent_folded_free(EntFolded *folded)
{
    if (!folded)
        return;
    g_free(folded->folded);
    g_free(folded->samples);
    g_free(folded);
}

/* The step that the folded byte at `offset` is of. */
static void find_step(const EntFolded *folded, gsize offset, Step *step)
{
    gsize block = offset / BLOCK, at = block * BLOCK;
    struct EntFoldSample sample = folded->samples[block];
    Walk walk = {folded->text + sample.byte, folded->text + folded->text_length, sample.index};

    while (((guchar)folded->folded[at] & 0xc0) == 0x80)
        at--;
    do {
        const char *most = walk.at + MIN((gsize)(walk.end - walk.at), offset - at);
        gsize plain = (gsize)(plain_end(walk.at, most) - walk.at);

        walk.at += plain;
        walk.index += (guint32)plain;
        at += plain;
    } while (take_step(&walk, step) && (at += step->length) <= offset);
}

EntFoldSpan ent_folded_span(const EntFolded *folded, gsize start, gsize end)
{
    EntFoldSpan span;
    Step step;

    g_assert(start < end && end <= folded->length);
    find_step(folded, start, &step);
    span.start = step.start;
    span.from = (gsize)(step.from - folded->text);
    find_step(folded, end - 1, &step);
    span.end = step.end;
    span.to = (gsize)(step.to - folded->text);
    return span;
}

void ent_fold_append(GString *out, const char *text)
{
    Walk walk = {text, text + strlen(text), 0};
    gsize start = out->len;
    Step step;

    while (*walk.at == ' ')
        walk.at++;
    do {
        const char *end = plain_end(walk.at, walk.end);

        g_string_append_len(out, walk.at, end - walk.at);
        walk.at = end;
        if (!take_step(&walk, &step))
            break;
        if (step.bytes[0] != ' ' || out->len > start)
            g_string_append_len(out, step.bytes, (gssize)step.length);
    } while (walk.at < walk.end);
    if (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
}

bool ent_fold_is_empty(const char *text)
{
    Walk walk = {text, text + strlen(text), 0};
    Step step;

    while (take_step(&walk, &step))
        if (step.bytes[0] != ' ')
            return false;
    return true;
}

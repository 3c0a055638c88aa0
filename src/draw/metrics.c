/* SPDX-License-Identifier: MIT */
#include "metrics.h"

#include "metrics_table.h"

#include <string.h>

#define EM           2048 /* font units in one em */
#define PER_MILLE(x) ((x)*EM / 1000)

typedef struct {
    gunichar first, last;
    guint per_mille; /* of an em */
} Estimate;

/* Upper estimates for what Liberation Sans lacks, from common fonts of each script; sorted. */
static const Estimate estimates[] = {
    {0x0180, 0x058f, 1000},   /* rarer Latin, phonetic, Greek, Cyrillic, Armenian */
    {0x0590, 0x05ff, 750},    /* Hebrew */
    {0x0600, 0x08ff, 1050},   /* Arabic, Syriac, Thaana, N'Ko */
    {0x0900, 0x097f, 950},    /* Devanagari */
    {0x0980, 0x0aff, 1050},   /* Bengali, Gurmukhi, Gujarati */
    {0x0b00, 0x0dff, 1750},   /* Oriya, Tamil, Telugu, Kannada, Malayalam, Sinhala */
    {0x0e00, 0x0eff, 800},    /* Thai, Lao */
    {0x0f00, 0x0fff, 1000},   /* Tibetan */
    {0x1000, 0x109f, 1450},   /* Burmese */
    {0x10a0, 0x10ff, 900},    /* Georgian */
    {0x1200, 0x139f, 1250},   /* Ethiopic */
    {0x13a0, 0x177f, 1000},   /* Cherokee, Canadian syllables, runes, Philippine scripts */
    {0x1780, 0x17ff, 1350},   /* Khmer */
    {0x2000, 0x2003, 1000},   /* en and em spaces */
    {0x2004, 0x200a, 350},    /* thinner spaces */
    {0x202f, 0x202f, 350},    /* narrow no-break space */
    {0xfb50, 0xfdf9, 1300},   /* Arabic ligatures */
    {0xfdfa, 0xfdfb, 3500},   /* Arabic phrases in one character */
    {0xfdfd, 0xfdfd, 10000},  /* the longest of them */
    {0x12000, 0x1254f, 3000}, /* cuneiform */
    {0x13000, 0x1342f, 1500}, /* hieroglyphs */
};

/* Drawn about 1.25 em wide by colour fonts. */
static const Estimate emoji[] = {
    {0x231a, 0x231b, 1250}, {0x23e9, 0x23fa, 1250}, {0x2600, 0x27bf, 1250},
    {0x2b05, 0x2b07, 1250}, {0x2b1b, 0x2b55, 1250}, {0x1f000, 0x1faff, 1250},
};

/* Format characters that do show: Arabic and Syriac signs that span the number after them. */
static gboolean is_visible_format(gunichar c)
{
    return (c >= 0x600 && c <= 0x605) || c == 0x6dd || c == 0x70f || c == 0x8e2;
}

static guint find_estimate(const Estimate *list, gsize length, gunichar c)
{
    for (gsize i = 0; i < length && list[i].first <= c; i++) {
        if (c <= list[i].last)
            return PER_MILLE(list[i].per_mille);
    }
    return 0;
}

static const WidthRun *find_run(gunichar c)
{
    gsize low = 0;
    gsize high = G_N_ELEMENTS(width_runs);
    while (low < high) {
        gsize middle = (low + high) / 2;
        if (c > width_runs[middle].last)
            low = middle + 1;
        else if (c < width_runs[middle].first)
            high = middle;
        else
            return &width_runs[middle];
    }
    return NULL;
}

static guint run_units(const WidthRun *run, gboolean bold)
{
    return bold ? run->bold : run->regular;
}

/* A letter with marks that another font will draw: as its bare letter, and 15 % more. */
static guint composed_units(gunichar c, gboolean bold)
{
    gunichar letter = 0;
    if (g_unichar_fully_decompose(c, FALSE, &letter, 1) < 2)
        return 0;
    const WidthRun *run = find_run(letter);
    return run ? run_units(run, bold) * 115 / 100 : 0;
}

static guint guess_units(gunichar c, gboolean bold)
{
    guint units = composed_units(c, bold);
    if (units == 0)
        units = find_estimate(estimates, G_N_ELEMENTS(estimates), c);
    if (units == 0)
        units = PER_MILLE(1100);
    return bold ? units + units / 16 : units;
}

/* In 1/2048 em. */
static guint char_units(gunichar c, gboolean bold)
{
    if (c == 0x20e3) /* an enclosing keycap turns a digit into an emoji */
        return PER_MILLE(700);
    if (g_unichar_iszerowidth(c) && !is_visible_format(c))
        return 0;
    guint units = find_estimate(emoji, G_N_ELEMENTS(emoji), c);
    if (units > 0)
        return units;
    if (c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029)
        c = ' ';
    const WidthRun *run = find_run(c);
    if (run)
        return run_units(run, bold);
    return g_unichar_iswide(c) ? EM : guess_units(c, bold);
}

double ent_text_width(const char *text, gssize length, double size, gboolean bold)
{
    const char *end = text + (length < 0 ? strlen(text) : (gsize)length);
    guint64 units = 0;
    for (const char *p = text; p < end;) {
        gunichar c = g_utf8_get_char_validated(p, end - p);
        gboolean valid = c < 0x110000;
        units += char_units(valid ? c : 0xfffd, bold);
        p = valid ? g_utf8_next_char(p) : p + 1;
    }
    return (double)units * size / EM;
}

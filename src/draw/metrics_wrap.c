/* SPDX-License-Identifier: MIT */
/*
 * Line breaking. The text is first cut into pieces, each between two places where a line may end;
 * lines are then filled with as many pieces as go in, twice: at the full width to learn how many
 * lines are needed, and at the smallest width that needs no more, which balances them.
 */
#include "metrics.h"

#include <string.h>

#define ELLIPSIS "\u2026"

typedef struct {
    const char *start;
    gsize length;
    double width;
    gboolean spaced; /* white space stood before it */
} Piece;

typedef struct {
    double size;
    gboolean bold;
    double max_width;
} Setting;

static double width_of(const Setting *setting, const char *text, gsize length)
{
    return ent_text_width(text, (gssize)length, setting->size, setting->bold);
}

static gboolean is_space(gunichar c)
{
    return g_unichar_isspace(c) && c != 0xa0 && c != 0x2007 && c != 0x202f;
}

static gboolean is_emoji(gunichar c)
{
    return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2190 && c <= 0x2bff);
}

static gboolean is_regional(gunichar c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Stays with the character before it. */
static gboolean is_extending(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_SPACING_MARK:
        return TRUE;
    default:
        return c == 0x200c || c == 0x200d || c == 0xe33 || c == 0xeb3 ||
               (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f);
    }
}

/* Whether two pieces of Hangul belong to one syllable. */
static gboolean joins_hangul(gunichar a, gunichar b)
{
    gboolean b_vowel = b >= 0x1160 && b <= 0x11a7;
    gboolean b_final = b >= 0x11a8 && b <= 0x11ff;
    gboolean b_syllable = b >= 0xac00 && b <= 0xd7a3;
    if (a >= 0x1100 && a <= 0x115f)
        return (b >= 0x1100 && b <= 0x115f) || b_vowel || b_syllable;
    if (a >= 0x1160 && a <= 0x11a7)
        return b_vowel || b_final;
    if (a >= 0xac00 && a <= 0xd7a3)
        return b_final || (b_vowel && (a - 0xac00) % 28 == 0);
    return a >= 0x11a8 && a <= 0x11ff && b_final;
}

/* The end of what a reader sees as one character, which begins at P. */
static const char *next_cluster(const char *p)
{
    gunichar before = g_utf8_get_char(p);
    gboolean half_flag = is_regional(before);
    p = g_utf8_next_char(p);
    for (; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean flag = half_flag && is_regional(c);
        gboolean joined = before == 0x200d && is_emoji(c);
        if (!is_extending(c) && !flag && !joined && !joins_hangul(before, c))
            break;
        half_flag = FALSE;
        before = c;
    }
    return p;
}

/* Written without spaces between words; Korean has them. */
static gboolean is_ideographic(gunichar c)
{
    gboolean hangul = (c >= 0x1100 && c <= 0x11ff) || (c >= 0xac00 && c <= 0xd7a3);
    return g_unichar_iswide(c) && !hangul;
}

static gboolean may_not_start(gunichar c)
{
    static const char *const marks =
        "、。，．！？：；・ー々…‥〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
        ".,!?:;%'\"°¢";
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
           type == G_UNICODE_DASH_PUNCTUATION || g_utf8_strchr(marks, -1, c) != NULL;
}

static gboolean may_not_end(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION ||
           type == G_UNICODE_CURRENCY_SYMBOL;
}

/* Whether a piece that ends with B is the first of two whole dates: "2015-04-09–". */
static gboolean is_first_date(const Piece *piece, gunichar b)
{
    return b == 0x2013 && piece->length > strlen("2015-04-09");
}

/* Whether a line may end between B and C; A stands before B. 0 is no character. */
static gboolean may_break(gunichar a, gunichar b, gunichar c)
{
    if (b == 0x200b) /* zero width space */
        return TRUE;
    if (b == '-' || b == 0x2010 || b == 0x2013 || b == 0x2014)
        return g_unichar_isalnum(a) && g_unichar_isalpha(c);
    if (b != 0 && (is_ideographic(b) || is_ideographic(c)))
        return !may_not_end(b) && !may_not_start(c);
    return FALSE;
}

static GArray *cut_pieces(const Setting *setting, const char *text)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    gunichar a = 0;
    gunichar b = 0;
    gboolean spaced = FALSE;
    for (const char *p = text, *next; *p; p = next) {
        gunichar c = g_utf8_get_char(p);
        next = next_cluster(p);
        if (is_space(c) && next == g_utf8_next_char(p)) {
            spaced = TRUE;
            a = b = 0;
            continue;
        }
        double width = width_of(setting, p, (gsize)(next - p));
        Piece *last = pieces->len ? &g_array_index(pieces, Piece, pieces->len - 1) : NULL;
        if (!last || spaced || may_break(a, b, c) || is_first_date(last, b) ||
            last->width + width > setting->max_width) {
            Piece piece = {p, (gsize)(next - p), width, spaced && last};
            g_array_append_val(pieces, piece);
        } else {
            last->length += (gsize)(next - p);
            last->width += width;
        }
        spaced = FALSE;
        a = b;
        b = c;
    }
    return pieces;
}

/* The index after the last piece of the line that begins with piece FIRST. */
static guint line_end(const Setting *setting, const GArray *pieces, guint first)
{
    double space = width_of(setting, " ", 1);
    double used = g_array_index(pieces, Piece, first).width;
    guint i = first + 1;
    for (; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        used += piece->width + (piece->spaced ? space : 0);
        if (used > setting->max_width)
            break;
    }
    return i;
}

static guint count_lines(const Setting *setting, const GArray *pieces)
{
    guint lines = 0;
    for (guint i = 0; i < pieces->len; i = line_end(setting, pieces, i))
        lines++;
    return lines;
}

/* The smallest width, to within a thousandth, that needs no more than LINES lines. */
static double balanced_width(Setting setting, const GArray *pieces, guint lines)
{
    double high = setting.max_width;
    double low = 0;
    for (guint i = 0; i < pieces->len; i++)
        low = MAX(low, g_array_index(pieces, Piece, i).width);
    for (guint i = 0; i < 10 && low < high; i++) {
        setting.max_width = (low + high) / 2;
        if (count_lines(&setting, pieces) > lines)
            low = setting.max_width;
        else
            high = setting.max_width;
    }
    return high;
}

static char *join(const GArray *pieces, guint first, guint end)
{
    GString *line = g_string_new(NULL);
    for (guint i = first; i < end; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        if (i > first && piece->spaced)
            g_string_append_c(line, ' ');
        g_string_append_len(line, piece->start, (gssize)piece->length);
    }
    return g_string_free(line, FALSE);
}

/* As much of the text from piece FIRST on as goes beside an ellipsis. */
static char *join_cut(const Setting *setting, const GArray *pieces, guint first)
{
    guint end = MIN(line_end(setting, pieces, first) + 1, pieces->len);
    g_autofree char *line = join(pieces, first, end);
    double used = width_of(setting, ELLIPSIS, strlen(ELLIPSIS));
    char *p = line;
    while (*p) {
        const char *next = next_cluster(p);
        used += width_of(setting, p, (gsize)(next - p));
        if (used > setting->max_width)
            break;
        p = line + (next - line);
    }
    gboolean in_word = *p != ' ';
    *p = '\0';
    char *space = strrchr(line, ' ');
    if (in_word && space && (space - line) * 2 >= p - line)
        *space = '\0'; /* the start of a word says little: leave it out where half the line stays */
    return g_strconcat(g_strchomp(line), ELLIPSIS, NULL);
}

char **ent_text_wrap(const char *text, double size, gboolean bold, double max_width,
                     guint max_lines)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    Setting setting = {size, bold, max_width};
    g_autoptr(GArray) pieces = cut_pieces(&setting, valid);
    guint lines = count_lines(&setting, pieces);
    max_lines = MAX(max_lines, 1);
    if (lines > 1 && lines <= max_lines)
        setting.max_width = balanced_width(setting, pieces, lines);

    GPtrArray *result = g_ptr_array_new();
    for (guint i = 0; i < pieces->len && result->len < max_lines;) {
        guint end = line_end(&setting, pieces, i);
        gboolean cut = result->len + 1 == max_lines && end < pieces->len;
        g_ptr_array_add(result, cut ? join_cut(&setting, pieces, i) : join(pieces, i, end));
        i = end;
    }
    g_ptr_array_add(result, NULL);
    return (char **)g_ptr_array_free(result, FALSE);
}

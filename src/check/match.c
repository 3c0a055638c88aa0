/* SPDX-License-Identifier: MIT */
#include "check/match.h"
#include "check/search.h"

#include <string.h>

/* What is looked for to find a part: the part alone, or with the context before or after it. */
typedef struct {
    guint32 pattern; /* its number in the search */
    guint32 shift;   /* bytes of context before the part */
} Variant;

typedef struct {
    guint32 variant; /* the first of its variants */
    guint32 variants;
    guint32 length; /* of the part alone */
} Part;

/* A way to take a quote: as its parts, with gaps between them. */
typedef struct {
    guint32 part;  /* the first */
    guint32 parts; /* 0: there is no such way */
} Way;

typedef enum { LITERAL_IN_CONTEXT, GAPPED_IN_CONTEXT, LITERAL, GAPPED, WAYS } WayKind;

typedef struct {
    Way ways[WAYS];
    bool in_context;
} Choice;

/* Most quotes are SIMPLE, without gaps and context, and cost little. */
typedef enum { SIMPLE, CHOICE, TOO_LONG, EMPTY } QuoteKind;

typedef struct {
    guint32 number; /* SIMPLE: of its pattern in the search; CHOICE: of its choice */
    guint32 kind;   /* QuoteKind */
} Quote;

struct EntMatcher {
    const EntFolded *folded;
    EntSearch *search;
    GArray *quotes, *choices, *parts, *variants;
    /* Of the quote that is being added. */
    GString *quote, *prefix, *suffix, *pattern;
    GArray *pieces; /* Piece */
};

typedef struct {
    gsize start, end; /* in the folded quote */
} Piece;

typedef struct {
    guint count;
    gsize start, end;
} Hits;

EntMatcher *ent_matcher_new(const EntFolded *folded)
{
    EntMatcher *matcher = g_new0(EntMatcher, 1);

    matcher->folded = folded;
    matcher->search = ent_search_new(folded->folded, folded->length);
    matcher->quotes = g_array_new(FALSE, FALSE, sizeof(Quote));
    matcher->choices = g_array_new(FALSE, FALSE, sizeof(Choice));
    matcher->parts = g_array_new(FALSE, FALSE, sizeof(Part));
    matcher->variants = g_array_new(FALSE, FALSE, sizeof(Variant));
    matcher->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    matcher->quote = g_string_new(NULL);
    matcher->prefix = g_string_new(NULL);
    matcher->suffix = g_string_new(NULL);
    matcher->pattern = g_string_new(NULL);
    return matcher;
}

void ent_matcher_free(EntMatcher *matcher)
{
    if (!matcher)
        return;
    ent_search_free(matcher->search);
    g_array_unref(matcher->quotes);
    g_array_unref(matcher->choices);
    g_array_unref(matcher->parts);
    g_array_unref(matcher->variants);
    g_array_unref(matcher->pieces);
    g_string_free(matcher->quote, TRUE);
    g_string_free(matcher->prefix, TRUE);
    g_string_free(matcher->suffix, TRUE);
    g_string_free(matcher->pattern, TRUE);
    g_free(matcher);
}

static void add_variant(EntMatcher *matcher, gsize shift, bool list)
{
    Variant variant = {.shift = (guint32)shift};

    if (matcher->pattern->len > matcher->folded->length)
        return; /* it cannot stand there */
    variant.pattern =
        ent_search_add(matcher->search, matcher->pattern->str, matcher->pattern->len, list);
    g_array_append_val(matcher->variants, variant);
}

/* A part with the context before and after it, either with a space between or without. */
static void add_part(EntMatcher *matcher, const Piece *piece, const GString *before,
                     const GString *after, bool list)
{
    GString *pattern = matcher->pattern;
    Part part = {.variant = matcher->variants->len, .length = (guint32)(piece->end - piece->start)};

    for (guint way = 0; way < 4; way++) {
        bool space_before = way & 1, space_after = way & 2;
        gsize shift;

        if ((space_before && !before->len) || (space_after && !after->len))
            continue;
        g_string_truncate(pattern, 0);
        g_string_append_len(pattern, before->str, (gssize)before->len);
        if (space_before)
            g_string_append_c(pattern, ' ');
        shift = pattern->len;
        g_string_append_len(pattern, matcher->quote->str + piece->start, part.length);
        if (space_after)
            g_string_append_c(pattern, ' ');
        g_string_append_len(pattern, after->str, (gssize)after->len);
        add_variant(matcher, shift, list);
    }
    part.variants = matcher->variants->len - part.variant;
    g_array_append_val(matcher->parts, part);
}

static Way add_way(EntMatcher *matcher, const Piece *pieces, guint length, bool in_context)
{
    static const GString nothing = {(char *)"", 0, 0};
    Way way = {matcher->parts->len, length};

    for (guint i = 0; i < length; i++)
        add_part(matcher, &pieces[i], in_context && i == 0 ? matcher->prefix : &nothing,
                 in_context && i + 1 == length ? matcher->suffix : &nothing, length > 1);
    return way;
}

/* "[...]" and "(...)" are gaps with their brackets. */
static bool is_bracketed(const char *gap, const char *start)
{
    char after = gap[strlen(ENT_FOLD_ELLIPSIS)];

    return gap > start && ((gap[-1] == '[' && after == ']') || (gap[-1] == '(' && after == ')'));
}

static void add_piece(EntMatcher *matcher, const char *from, const char *to)
{
    Piece piece;

    while (from < to && *from == ' ')
        from++;
    while (to > from && to[-1] == ' ')
        to--;
    piece = (Piece){(gsize)(from - matcher->quote->str), (gsize)(to - matcher->quote->str)};
    if (to > from)
        g_array_append_val(matcher->pieces, piece);
}

/* Cuts the quote at its gaps; false where it has none. */
static bool cut_pieces(EntMatcher *matcher)
{
    const char *from = matcher->quote->str, *gap = from;
    bool gaps = false;

    g_array_set_size(matcher->pieces, 0);
    while ((gap = strstr(gap, ENT_FOLD_ELLIPSIS))) {
        bool bracketed = is_bracketed(gap, from);

        add_piece(matcher, from, gap - (bracketed ? 1 : 0));
        gap += strlen(ENT_FOLD_ELLIPSIS) + (bracketed ? 1 : 0);
        from = gap;
        gaps = true;
    }
    add_piece(matcher, from, matcher->quote->str + matcher->quote->len);
    return gaps;
}

static void fold(GString *out, const char *text)
{
    g_string_truncate(out, 0);
    if (text)
        ent_fold_append(out, text);
}

/* The ways to take a quote with gaps or context. */
static guint32 add_choice(EntMatcher *matcher, bool gapped, bool in_context)
{
    Choice choice = {.in_context = in_context};
    Piece whole = {0, matcher->quote->len};

    for (guint context = 0; context <= in_context; context++) {
        Way *ways = &choice.ways[context ? LITERAL_IN_CONTEXT : LITERAL];

        ways[0] = add_way(matcher, &whole, 1, context);
        if (gapped)
            ways[1] =
                add_way(matcher, (Piece *)matcher->pieces->data, matcher->pieces->len, context);
    }
    g_array_append_val(matcher->choices, choice);
    return matcher->choices->len - 1;
}

void ent_matcher_add(EntMatcher *matcher, const char *text, const char *prefix, const char *suffix)
{
    Quote quote = {0, SIMPLE};
    bool gapped, in_context;

    fold(matcher->quote, text);
    fold(matcher->prefix, prefix);
    fold(matcher->suffix, suffix);
    in_context = matcher->prefix->len || matcher->suffix->len;
    gapped = cut_pieces(matcher);
    if (matcher->quote->len == 0)
        quote.kind = EMPTY;
    else if (gapped || in_context)
        quote = (Quote){add_choice(matcher, gapped, in_context), CHOICE};
    else if (matcher->quote->len > matcher->folded->length)
        quote.kind = TOO_LONG;
    else
        quote.number =
            ent_search_add(matcher->search, matcher->quote->str, matcher->quote->len, false);
    g_array_append_val(matcher->quotes, quote);
}

gsize ent_matcher_bytes(const EntMatcher *matcher)
{
    return ent_search_bytes(matcher->search) + sizeof(Quote) * matcher->quotes->len;
}

void ent_matcher_run(EntMatcher *matcher)
{
    ent_search_run(matcher->search);
}

static const Variant *get_variant(const EntMatcher *matcher, const Part *part, guint index)
{
    return &g_array_index(matcher->variants, Variant, part->variant + index);
}

/* Of one part: its variants have no hit in common. */
static Hits count_single(const EntMatcher *matcher, const Part *part)
{
    Hits hits = {0, ENT_SEARCH_NEVER, 0};

    for (guint i = 0; i < part->variants; i++) {
        const Variant *variant = get_variant(matcher, part, i);
        guint count = ent_search_count(matcher->search, variant->pattern);

        if (count == 0)
            continue;
        hits.count += count;
        hits.start =
            MIN(hits.start, ent_search_first(matcher->search, variant->pattern) + variant->shift);
    }
    hits.count = MIN(hits.count, ENT_MATCH_MANY);
    hits.end = hits.start + part->length;
    return hits;
}

/* Where the part next begins, from `from` on. */
static gsize next_part(const EntMatcher *matcher, const Part *part, gsize from)
{
    gsize next = ENT_SEARCH_NEVER;

    for (guint i = 0; i < part->variants; i++) {
        const Variant *variant = get_variant(matcher, part, i);
        gsize hit =
            ent_search_next(matcher->search, variant->pattern, from - MIN(from, variant->shift));

        if (hit != ENT_SEARCH_NEVER)
            next = MIN(next, hit + variant->shift);
    }
    return next;
}

/* Where the part last begins, from `from` on and ending by `to`; `from` where nowhere later. Only
 * for parts with nothing after them. */
static gsize last_part(const EntMatcher *matcher, const Part *part, gsize from, gsize to)
{
    gsize last = from;

    for (guint i = 0; i < part->variants; i++) {
        const Variant *variant = get_variant(matcher, part, i);
        gsize hit = ent_search_last(matcher->search, variant->pattern,
                                    from - MIN(from, variant->shift), to);

        if (hit != ENT_SEARCH_NEVER)
            last = MAX(last, hit + variant->shift);
    }
    return last;
}

/* The first hit that begins at `from` or later: each part as early as it can be, then from the
 * last back each as late as it can be. */
static bool next_gapped(EntMatcher *matcher, const Part *parts, guint length, gsize from, Hits *hit)
{
    gsize at = from, start = 0;
    g_autofree gsize *starts = g_new(gsize, length);

    for (guint i = 0; i < length; i++) {
        starts[i] = next_part(matcher, &parts[i], at);
        if (starts[i] == ENT_SEARCH_NEVER)
            return false;
        at = starts[i] + parts[i].length;
    }
    hit->end = at;
    start = starts[length - 1];
    for (guint i = length - 1; i-- > 0;)
        start = last_part(matcher, &parts[i], starts[i], start);
    hit->start = start;
    return true;
}

static Hits count_hits(EntMatcher *matcher, Way way)
{
    const Part *parts = (const Part *)matcher->parts->data + way.part;
    Hits hits = {0}, hit = {0};
    gsize from = 0;

    if (way.parts == 1)
        return count_single(matcher, parts);
    while (way.parts && hits.count < ENT_MATCH_MANY &&
           next_gapped(matcher, parts, way.parts, from, &hit)) {
        if (hits.count++ == 0)
            hits = (Hits){1, hit.start, hit.end};
        from = hit.start + 1;
    }
    return hits;
}

/* Whether each of several parts stands somewhere. */
static bool has_parts(const EntMatcher *matcher, Way way)
{
    const Part *parts = (const Part *)matcher->parts->data + way.part;

    for (guint i = 0; i < way.parts; i++)
        if (count_single(matcher, &parts[i]).count == 0)
            return false;
    return way.parts > 1;
}

static EntMatch match_simple(const EntMatcher *matcher, guint32 pattern)
{
    guint count = ent_search_count(matcher->search, pattern);
    gsize first;

    if (count == 0)
        return (EntMatch){.result = ENT_MATCH_NOT};
    first = ent_search_first(matcher->search, pattern);
    return (EntMatch){ENT_MATCH_FOUND, MIN(count, ENT_MATCH_MANY), first,
                      first + ent_search_length(matcher->search, pattern)};
}

static EntMatch match_choice(EntMatcher *matcher, const Choice *choice)
{
    Hits hits = {0};
    WayKind kind = 0;
    bool elsewhere;

    for (; kind < WAYS; kind++) {
        hits = count_hits(matcher, choice->ways[kind]);
        if (ent_search_gave_up(matcher->search))
            return (EntMatch){.result = ENT_MATCH_TOO_MANY};
        if (hits.count > 0)
            break;
    }
    if (kind == WAYS)
        return (EntMatch){.result = has_parts(matcher, choice->ways[GAPPED]) ? ENT_MATCH_PARTS
                                                                             : ENT_MATCH_NOT};
    elsewhere = choice->in_context && kind >= LITERAL;
    return (EntMatch){elsewhere ? ENT_MATCH_ELSEWHERE : ENT_MATCH_FOUND, hits.count, hits.start,
                      hits.end};
}

EntMatch ent_matcher_get(EntMatcher *matcher, guint number)
{
    Quote quote = g_array_index(matcher->quotes, Quote, number);

    switch ((QuoteKind)quote.kind) {
    case SIMPLE:
        return match_simple(matcher, quote.number);
    case CHOICE:
        return match_choice(matcher, &g_array_index(matcher->choices, Choice, quote.number));
    case TOO_LONG:
        return (EntMatch){.result = ENT_MATCH_NOT};
    case EMPTY:
        break;
    }
    return (EntMatch){.result = ENT_MATCH_EMPTY};
}

/* SPDX-License-Identifier: MIT */
#include "check/passage.h"

#include "base/hash.h"

#include <string.h>

#define WORDS_MOST 1000 /* of a quote that are looked at */
#define WORD_BYTES 64   /* of a word that tell it from others */
#define NO_WORD    (-1)

typedef struct {
    const char *start, *end;
    guint hash; /* of its letters, ASCII ones in lower case */
} Word;

/* A word of the quote, found by its hash. */
typedef struct {
    guint hash;
    guint wanted;  /* times in the quote; 0: this place is free */
    guint present; /* times in the window */
    gsize weight;
} Entry;

typedef struct {
    Entry *entries;
    gsize mask;
    guint words;  /* of the quote */
    gsize weight; /* of all of them */
} Wanted;

/* The words in the window, oldest first from `next` on. */
typedef struct {
    Wanted *wanted;
    gint *slots;         /* of each word: its entry, or NO_WORD */
    const char **starts; /* where it begins */
    guint size;
    guint next;
    gsize score;
} Window;

/* The letter (digit, mark) at `at` in *c; false where there stands another character. */
static bool letter_at(const char *at, gunichar *c)
{
    *c = (guchar)*at;
    if (*c < 0x80)
        return g_ascii_isalnum(*at);
    *c = g_utf8_get_char(at);
    return g_unichar_isalnum(*c) || g_unichar_ismark(*c);
}

static guint hash_word(const Word *word)
{
    char letters[WORD_BYTES];
    gsize length = MIN((gsize)(word->end - word->start), WORD_BYTES);

    for (gsize i = 0; i < length; i++)
        letters[i] = g_ascii_tolower(word->start[i]);
    return ent_bytes_hash(letters, length);
}

/* A character that is a word by itself. */
static bool is_wide(gunichar c)
{
    return c >= 0x1100 && g_unichar_iswide(c);
}

/* The next word from at on; false where there is none before end. */
static bool next_word(const char *at, const char *end, Word *word)
{
    gunichar c = 0;

    while (at < end && !letter_at(at, &c))
        at = g_utf8_next_char(at);
    if (at >= end)
        return false;
    *word = (Word){at, g_utf8_next_char(at), 0};
    while (!is_wide(c) && word->end < end && letter_at(word->end, &c) && !is_wide(c))
        word->end = g_utf8_next_char(word->end);
    word->hash = hash_word(word);
    return true;
}

static Entry *find_entry(const Wanted *wanted, guint hash)
{
    gsize slot = hash & wanted->mask;

    while (wanted->entries[slot].wanted && wanted->entries[slot].hash != hash)
        slot = (slot + 1) & wanted->mask;
    return &wanted->entries[slot];
}

static void wanted_init(Wanted *wanted, const char *quote)
{
    const char *end = quote + strlen(quote);
    Word word = {.end = quote};

    *wanted = (Wanted){.mask = 4 * 1024 - 1};
    wanted->entries = g_new0(Entry, wanted->mask + 1);
    while (wanted->words < WORDS_MOST && next_word(word.end, end, &word)) {
        Entry *entry = find_entry(wanted, word.hash);

        entry->hash = word.hash;
        entry->weight = (gsize)(word.end - word.start);
        entry->wanted++;
        wanted->weight += entry->weight;
        wanted->words++;
    }
}

static void drop_oldest(Window *window)
{
    gint slot = window->slots[window->next];
    Entry *entry = slot == NO_WORD ? NULL : &window->wanted->entries[slot];

    if (entry && entry->present-- <= entry->wanted)
        window->score -= entry->weight;
}

static void take_word(Window *window, const Word *word)
{
    Entry *entry = find_entry(window->wanted, word->hash);
    bool fits = entry->wanted > 0;

    drop_oldest(window);
    window->slots[window->next] = fits ? (gint)(entry - window->wanted->entries) : NO_WORD;
    window->starts[window->next] = word->start;
    window->next = window->next + 1 == window->size ? 0 : window->next + 1;
    if (fits && entry->present++ < entry->wanted)
        window->score += entry->weight;
}

/* Whether the word adds nothing to the words left; if so, it is left out from now on. */
static bool is_idle(const Wanted *wanted, const Word *word)
{
    Entry *entry = find_entry(wanted, word->hash);

    if (entry->wanted && entry->present <= entry->wanted)
        return false;
    entry->present -= entry->wanted > 0;
    return true;
}

/* Cuts words at both ends that add nothing. */
static void trim(const Wanted *wanted, Word *passage)
{
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Word));
    guint first = 0, last;
    Word word;

    for (gsize i = 0; i <= wanted->mask; i++)
        wanted->entries[i].present = 0;
    for (const char *at = passage->start; next_word(at, passage->end, &word); at = word.end) {
        Entry *entry = find_entry(wanted, word.hash);

        entry->present += entry->wanted > 0;
        g_array_append_val(words, word);
    }
    last = words->len - 1;
    while (first < last && is_idle(wanted, &g_array_index(words, Word, first)))
        first++;
    while (last > first && is_idle(wanted, &g_array_index(words, Word, last)))
        last--;
    passage->start = g_array_index(words, Word, first).start;
    passage->end = g_array_index(words, Word, last).end;
}

static gsize find_best(Window *window, const char *text, const char *end, Word *best)
{
    gsize score = 0;
    Word word = {.end = text};

    while (score < window->wanted->weight && next_word(word.end, end, &word)) {
        const char *oldest;

        take_word(window, &word);
        if (window->score <= score)
            continue;
        score = window->score;
        oldest = window->starts[window->next];
        *best = (Word){oldest ? oldest : window->starts[0], word.end, 0};
    }
    return score;
}

static void window_init(Window *window, Wanted *wanted)
{
    *window = (Window){.wanted = wanted, .size = wanted->words + MAX(2, wanted->words / 4)};
    window->slots = g_new(gint, window->size);
    window->starts = g_new0(const char *, window->size);
    for (guint i = 0; i < window->size; i++)
        window->slots[i] = NO_WORD;
}

bool ent_passage_find(const EntFolded *folded, const char *quote, EntFoldSpan *span)
{
    Wanted wanted;
    Window window;
    Word best = {0};
    gsize score;

    wanted_init(&wanted, quote);
    window_init(&window, &wanted);
    score = find_best(&window, folded->folded, folded->folded + folded->length, &best);
    if (score * 5 < wanted.weight * 2)
        score = 0;
    if (score > 0) {
        trim(&wanted, &best);
        *span = ent_folded_span(folded, (gsize)(best.start - folded->folded),
                                (gsize)(best.end - folded->folded));
    }
    g_free(window.slots);
    g_free(window.starts);
    g_free(wanted.entries);
    return score > 0;
}

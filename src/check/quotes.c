/* SPDX-License-Identifier: MIT */
/*
 * Each quote stands once in the text of its source. That it stands there is all that is checked:
 * whether it supports the fact is for people to judge.
 *
 * Quotes are taken source by source, so that few folded texts are in memory at a time, and in
 * batches about as large as the text: time is in proportion to texts plus quotes. Batches are
 * matched by threads; what is found is told in the order of the facts.
 */
#include "check/match.h"
#include "check/quote_say.h"
#include "check/registry.h"
#include "check/say.h"

#include "base/ordered.h"

#include <string.h>

#define EDGE         (1u << 31)       /* marks an edge's number among the owners */
#define BATCH_BYTES  ((gsize)1 << 20) /* of quotes in a batch, beside as many as the text has */
#define BATCH_QUOTES (1u << 20)

/* A source's text while quotes are looked for in it. */
typedef struct {
    guint32 source;
    guint batches; /* not yet told */
    GMutex lock;   /* of what follows */
    bool tried;
    EntFolded *folded; /* NULL: not tried, or not memory enough */
} Text;

typedef struct {
    Text *text;
    guint32 from, to; /* of the order */
    EntMatch *matches;
} Batch;

typedef struct {
    EntChecking *checking;
    guint32 *owners; /* by evidence: its node, or its edge and EDGE; ENT_NONE: nobody's */
    guint32 *order;  /* evidence whose source has a text, by source */
    guint32 length;  /* of order */
    GPtrArray *texts;
    GArray *batches; /* Batch */
    EntPassages passages;
} Quotes;

static void own(Quotes *quotes, const EntFact *fact, guint32 owner)
{
    for (guint32 i = 0; i < fact->evidence_length; i++)
        quotes->owners[fact->evidence + i] = owner;
}

static void find_owners(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;

    quotes->owners = g_new(guint32, (gsize)facts->evidence->len + 1);
    memset(quotes->owners, 0xff, sizeof(guint32) * facts->evidence->len);
    for (guint32 i = 0; i < facts->nodes->len; i++)
        if (ent_facts_get_node(facts, i)->declared)
            own(quotes, &ent_facts_get_node(facts, i)->fact, i);
    for (guint32 i = 0; i < facts->edges->len; i++)
        own(quotes, &ent_facts_get_edge(facts, i)->fact, i | EDGE);
}

static bool has_text(const Quotes *quotes, guint32 evidence)
{
    const EntFacts *facts = quotes->checking->facts;

    return quotes->owners[evidence] != ENT_NONE &&
           facts->source_texts->pdata[ent_facts_get_evidence(facts, evidence)->source];
}

/* Counting sort by source, which keeps the order of the facts. */
static void sort_by_source(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;
    g_autofree guint32 *starts = g_new0(guint32, (gsize)facts->sources->len + 1);

    for (guint32 i = 0; i < facts->evidence->len; i++)
        if (has_text(quotes, i))
            starts[ent_facts_get_evidence(facts, i)->source + 1]++;
    for (guint32 i = 1; i <= facts->sources->len; i++)
        starts[i] += starts[i - 1];
    quotes->length = starts[facts->sources->len];
    quotes->order = g_new(guint32, (gsize)quotes->length + 1);
    for (guint32 i = 0; i < facts->evidence->len; i++)
        if (has_text(quotes, i))
            quotes->order[starts[ent_facts_get_evidence(facts, i)->source]++] = i;
}

static EntQuoteCase make_case(Quotes *quotes, guint32 index)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 owner = quotes->owners[index];
    const EntFact *fact = owner & EDGE ? &ent_facts_get_edge(facts, owner & ~EDGE)->fact
                                       : &ent_facts_get_node(facts, owner)->fact;
    const EntEvidence *evidence = ent_facts_get_evidence(facts, index);

    return (EntQuoteCase){quotes->checking,
                          &quotes->passages,
                          NULL,
                          evidence,
                          ent_facts_get_source(facts, evidence->source),
                          ent_facts_evidence_place(facts, fact, index)};
}

static const char *text_of(const Quotes *quotes, guint32 source)
{
    return quotes->checking->facts->source_texts->pdata[source];
}

static guint32 source_of(const Quotes *quotes, guint32 place)
{
    return ent_facts_get_evidence(quotes->checking->facts, quotes->order[place])->source;
}

static Text *text_new(guint32 source)
{
    Text *text = g_new0(Text, 1);

    text->source = source;
    g_mutex_init(&text->lock);
    return text;
}

static void text_free(gpointer data)
{
    Text *text = data;

    ent_folded_free(text->folded);
    g_mutex_clear(&text->lock);
    g_free(text);
}

/* Where quotes from `from` on are about as long together as their source's text, or the source
 * ends. */
static guint32 end_batch(const Quotes *quotes, guint32 from)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 source = source_of(quotes, from);
    gsize room = strlen(text_of(quotes, source)) + BATCH_BYTES, bytes = 0;
    guint32 end = MIN(quotes->length - from, BATCH_QUOTES) + from;

    for (; from < end && source_of(quotes, from) == source && bytes < room; from++)
        bytes += strlen(ent_facts_get_evidence(facts, quotes->order[from])->quote) + 1;
    return from;
}

static void make_batches(Quotes *quotes)
{
    Text *text = NULL;

    quotes->texts = g_ptr_array_new_with_free_func(text_free);
    quotes->batches = g_array_new(FALSE, TRUE, sizeof(Batch));
    for (guint32 at = 0, to; at < quotes->length; at = to) {
        Batch batch = {.from = at, .to = to = end_batch(quotes, at)};

        if (!text || text->source != source_of(quotes, at))
            g_ptr_array_add(quotes->texts, text = text_new(source_of(quotes, at)));
        batch.text = text;
        text->batches++;
        g_array_append_val(quotes->batches, batch);
    }
}

static const EntFolded *fold(const Quotes *quotes, Text *text)
{
    const char *plain = text_of(quotes, text->source);

    g_mutex_lock(&text->lock);
    if (!text->tried)
        text->folded = ent_folded_new(plain, strlen(plain));
    text->tried = true;
    g_mutex_unlock(&text->lock);
    return text->folded;
}

/* In any thread: matches the quotes of a batch, and notes where those stand that are found once. */
static void match_batch(guint number, gpointer data)
{
    const Quotes *quotes = data;
    EntFacts *facts = quotes->checking->facts;
    Batch *batch = &g_array_index(quotes->batches, Batch, number);
    const EntFolded *folded = fold(quotes, batch->text);
    g_autoptr(EntMatcher) matcher = NULL;

    if (!folded)
        return;
    matcher = ent_matcher_new(folded);
    batch->matches = g_new(EntMatch, batch->to - batch->from);
    for (guint32 i = batch->from; i < batch->to; i++) {
        const EntEvidence *evidence = ent_facts_get_evidence(facts, quotes->order[i]);

        ent_matcher_add(matcher, evidence->quote, evidence->details->prefix,
                        evidence->details->suffix);
    }
    ent_matcher_run(matcher);
    for (guint32 i = batch->from; i < batch->to; i++) {
        EntMatch match = batch->matches[i - batch->from] =
            ent_matcher_get(matcher, i - batch->from);
        EntEvidence *evidence = ent_facts_get_evidence(facts, quotes->order[i]);

        if (match.hits == 1) {
            EntFoldSpan span = ent_folded_span(folded, match.start, match.end);

            evidence->start = span.start;
            evidence->end = span.end;
        }
    }
}

static void out_of_memory(const Quotes *quotes, const EntSource *source)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "source-file", &source->origin, "/file", 0, false};

    ent_say(quotes->checking, &about, NULL,
            g_strdup_printf("cannot look for quotes in '%s': there is not memory enough",
                            source->file));
}

/* Tells of a batch; false: the user stopped the check. */
static bool tell_batch(guint number, gpointer data)
{
    Quotes *quotes = data;
    EntChecking *checking = quotes->checking;
    Batch *batch = &g_array_index(quotes->batches, Batch, number);
    Text *text = batch->text;

    for (guint32 i = batch->from; batch->matches && i < batch->to; i++) {
        const EntMatch *match = &batch->matches[i - batch->from];
        EntQuoteCase at;

        if (match->result == ENT_MATCH_FOUND && match->hits == 1)
            continue;
        at = make_case(quotes, quotes->order[i]);
        at.folded = text->folded;
        ent_quote_say(&at, match);
    }
    g_clear_pointer(&batch->matches, g_free);
    if (--text->batches == 0 && !text->folded)
        out_of_memory(quotes, ent_facts_get_source(checking->facts, text->source));
    if (text->batches == 0)
        g_clear_pointer(&text->folded, ent_folded_free);
    return !checking->progress ||
           checking->progress((double)batch->to / quotes->length, checking->progress_data);
}

static void check_empty(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;

    for (guint32 i = 0; i < facts->evidence->len; i++) {
        if (quotes->owners[i] != ENT_NONE &&
            ent_fold_is_empty(ent_facts_get_evidence(facts, i)->quote)) {
            EntQuoteCase at = make_case(quotes, i);

            ent_quote_say_empty(&at);
        }
    }
}

static void run(EntChecking *checking)
{
    Quotes quotes = {.checking = checking};

    find_owners(&quotes);
    check_empty(&quotes);
    sort_by_source(&quotes);
    make_batches(&quotes);
    ent_ordered_run(quotes.batches->len, match_batch, tell_batch, &quotes);
    for (guint i = 0; i < quotes.batches->len; i++)
        g_free(g_array_index(quotes.batches, Batch, i).matches);
    g_array_free(quotes.batches, TRUE);
    g_ptr_array_free(quotes.texts, TRUE);
    g_free(quotes.owners);
    g_free(quotes.order);
}

const EntCheck ent_check_quotes = {
    .name = "quotes",
    .summary = "each quote stands once in the text of its source",
    .codes = (const char *const[]){"empty-quote", "quote-ambiguous", "quote-context",
                                   "quote-not-found", NULL},
    .run = run,
};

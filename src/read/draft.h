/* SPDX-License-Identifier: MIT */
/* A fact while its keys are read, and the reading of each kind of value. */
#ifndef ENT_READ_DRAFT_H
#define ENT_READ_DRAFT_H

#include "base/json.h"
#include "read/fact.h"

#define ENT_STEPS 4 /* the deepest that a pointer goes into a fact */

/* Where the written text of values was found last: values are asked for in their order, so that
 * looking them up costs one walk over the fact. */
typedef struct {
    EntSpan container, key, value; /* key is empty for an item of an array */
    gsize at;                      /* past value */
    guint32 items;                 /* passed in the container, value among them */
    bool found;
} EntWritten;

typedef struct {
    EntFactSource *from;
    EntFacts *facts;
    EntFact *fact; /* node's or edge's; NULL for a source */
    EntNode *node;
    EntEdge *edge;
    EntSource *source;
    EntDetails details;
    bool has_details;
    const char *ends[3]; /* of an edge: from, type, to, as decoded: they live as long as the fact */
    const char *type;    /* of a node, likewise */
    EntSpan root;        /* the fact's value in its text; of no length until asked for */
    EntWritten written[ENT_STEPS];
} EntDraft;

/* Readers of values, one a key or kind; what is wrong is a finding and the value left out. */
void ent_draft_date(EntDraft *draft, const cJSON *value);
void ent_draft_amount(EntDraft *draft, const cJSON *value);
void ent_draft_count(EntDraft *draft, const cJSON *value);
void ent_draft_weight(EntDraft *draft, const cJSON *value);
void ent_draft_status(EntDraft *draft, const cJSON *value);
void ent_draft_confidence(EntDraft *draft, const cJSON *value);
void ent_draft_texts(EntDraft *draft, const cJSON *value);
void ent_draft_ids(EntDraft *draft, const cJSON *value);
void ent_draft_note(EntDraft *draft, const cJSON *value);
void ent_draft_properties(EntDraft *draft, const cJSON *value);
void ent_draft_evidence(EntDraft *draft, const cJSON *value);
void ent_draft_type(EntDraft *draft, const cJSON *value);
void ent_draft_name(EntDraft *draft, const cJSON *value);
void ent_draft_end(EntDraft *draft, const cJSON *value);
void ent_draft_edge_id(EntDraft *draft, const cJSON *value);
void ent_draft_source_text(EntDraft *draft, const cJSON *value);
void ent_draft_source_date(EntDraft *draft, const cJSON *value);
void ent_draft_reliability(EntDraft *draft, const cJSON *value);

/* A finding about a value one to three steps into the fact; NULL ends the steps early. */
void ent_draft_finding(EntDraft *draft, const char *code, const char *const steps[4], char *hint,
                       const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Whether a value is a text, not empty (unless it may be), without characters that no text may
 * have; or such a text that may be an id. Where it is not there is a finding. */
bool ent_draft_is_text(EntDraft *draft, const cJSON *value, const char *const steps[4],
                       bool may_be_empty);
bool ent_draft_is_id(EntDraft *draft, const cJSON *value, const char *const steps[4]);

/* The same, giving the text, interned; else NULL. */
const char *ent_draft_text(EntDraft *draft, const cJSON *value, const char *const steps[4],
                           bool may_be_empty);

/* Every key of object stands once: a finding for each that does not. */
void ent_draft_check_keys(EntDraft *draft, const cJSON *object, const char *parent,
                          const char *item);

/* The value as compact JSON text, numbers digit by digit; interned. */
const char *ent_draft_json(EntDraft *draft, const cJSON *value, const char *const steps[4]);

/* The value's text as it was written, compact; NULL where the fact's text is not known. The
 * caller's. */
char *ent_draft_written(EntDraft *draft, const char *const steps[4]);

/* Keeps an x-... member; extras belong to one object, whose members are read in order. */
void ent_draft_extra(EntDraft *draft, EntProperties *extras, const cJSON *member,
                     const char *const steps[4]);

/* Whether a cJSON item is a number (read, or given raw), and its value. */
bool ent_draft_is_number(const cJSON *value);
double ent_draft_number(const cJSON *value);

#endif

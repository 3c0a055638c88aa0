/* SPDX-License-Identifier: MIT */
#include "draw/layout.h"

#include <math.h>

#include "base/ordered.h"
#include "draw/columns.h"
#include "draw/layout_multilevel.h"
#include "draw/layouts.h"
#include "draw/spawn.h"

#define PROGRAM   "entente-layout"
#define SECONDS   60
#define MEGABYTES 2048
#define RATIO     1.5 /* of a page in landscape, title and legend left out */

#define MOST_TRIES 5

typedef guint *(*ColumnsOf)(const EntPicture *picture, guint *length);

/* What came of asking. */
typedef struct {
    char *why;  /* what went wrong; NULL: it went well */
    bool limit; /* it hit a limit: as long a wait would bring no more */
} Outcome;

static void outcome_clear(Outcome *outcome)
{
    g_clear_pointer(&outcome->why, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, outcome_clear)

static guint limit_seconds(const EntPicture *picture)
{
    return picture->options->seconds ? picture->options->seconds : SECONDS;
}

static guint limit_megabytes(const EntPicture *picture)
{
    return picture->options->megabytes ? picture->options->megabytes : MEGABYTES;
}

/* Asks the program, in any thread. False and an error only where it cannot be asked. */
static bool pose(const EntPicture *picture, const EntLayoutPlan *plan, EntSpawned *spawned,
                 GError **error)
{
    guint limit = limit_seconds(picture);
    g_autofree char *seconds = g_strdup_printf("%u", limit);
    g_autofree char *megabytes = g_strdup_printf("%u", limit_megabytes(picture));
    const char *const arguments[] = {plan->engine,  "--seconds", seconds,
                                     "--megabytes", megabytes,   NULL};
    g_autoptr(GString) question = ent_layout_question(picture, plan);
    return ent_spawn(PROGRAM, arguments, question->str, question->len, limit + 2, spawned, error);
}

/* Takes what the program said into the picture. */
static void hear(EntPicture *picture, const EntLayoutPlan *plan, const EntSpawned *spawned,
                 Outcome *outcome)
{
    outcome_clear(outcome);
    outcome->limit = spawned->end == ENT_SPAWN_LIMIT;
    if (outcome->limit)
        outcome->why = g_strdup_printf("%s hit its limit of %u s or %u MB", plan->engine,
                                       limit_seconds(picture), limit_megabytes(picture));
    else if (spawned->end == ENT_SPAWN_FAILED)
        outcome->why = g_strdup_printf("%s failed%s%s", plan->engine, spawned->message ? ": " : "",
                                       spawned->message ? spawned->message : "");
    else if (!ent_layout_answer(picture, plan, (const char *)spawned->output->data))
        outcome->why = g_strdup_printf("%s gave an answer that makes no sense", plan->engine);
}

static bool ask(EntPicture *picture, const EntLayoutPlan *plan, Outcome *outcome, GError **error)
{
    g_auto(EntSpawned) spawned = {0};
    if (!pose(picture, plan, &spawned, error))
        return false;
    hear(picture, plan, &spawned, outcome);
    return true;
}

/* One of several ways to ask. */
typedef struct {
    EntLayoutPlan plan;
    const EntColumnWish *wish; /* the columns are yet to be found; NULL: they are not */
    guint *columns;            /* those found */
    EntSpawned spawned;
    GError *error; /* it could not be asked */
} Try;

typedef struct {
    const EntPicture *picture;
    Try *tries;
} Tries;

static void pose_try(guint number, gpointer data)
{
    const Tries *tries = data;
    Try *try = &tries->tries[number];
    if (try->wish)
        try->plan.columns = try->columns =
            ent_columns(tries->picture, try->wish, &try->plan.columns_length);
    pose(tries->picture, &try->plan, &try->spawned, &try->error);
}

static bool went_well(guint number, gpointer data)
{
    const Try *try = &((const Tries *)data)->tries[number];
    return !try->error && try->spawned.end == ENT_SPAWN_DONE;
}

/* The best of what was asked, up to the first that went wrong; ENT_NONE: not even the first did. */
static guint32 find_best(EntPicture *picture, Try *tries, guint length, Outcome *outcome)
{
    double least = HUGE_VAL;
    guint32 best = ENT_NONE;
    for (guint i = 0; i < length && tries[i].spawned.output; i++) {
        double score;
        hear(picture, &tries[i].plan, &tries[i].spawned, outcome);
        if (outcome->why)
            break;
        score = length > 1 ? ent_layout_score(picture, RATIO) : 0;
        if (score < least) {
            least = score;
            best = i;
        }
    }
    return best;
}

/* Asks in several ways at once. False and an error only where that cannot be done. */
static bool ask_best(EntPicture *picture, Try *tries, guint length, Outcome *outcome,
                     GError **error)
{
    Tries all = {picture, tries};
    ent_ordered_run(length, pose_try, went_well, &all);
    guint32 best = find_best(picture, tries, length, outcome);
    bool asked = true;
    if (best != ENT_NONE && length > 1) /* judging moves what is drawn, and others came after it */
        hear(picture, &tries[best].plan, &tries[best].spawned, outcome);
    for (guint i = 0; i < length; i++) {
        if (tries[i].error && asked) {
            g_propagate_error(error, g_steal_pointer(&tries[i].error));
            asked = false;
        }
        g_clear_error(&tries[i].error);
        g_free(tries[i].columns);
        ent_spawned_clear(&tries[i].spawned);
    }
    return asked;
}

/* Several ways to set up columns cost little for a small picture: the best one is drawn. */
static guint count_tries(const EntPicture *picture)
{
    guint tries = 1000 / (picture->nodes_length + picture->edges_length);
    return CLAMP(tries, 1, MOST_TRIES);
}

static bool ask_columns(EntPicture *picture, const EntLayoutPlan *plan, Outcome *outcome,
                        GError **error)
{
    static const int more[MOST_TRIES] = {0, 1, -1, 0, 1};
    bool sideways = ent_layout_is_sideways(plan->direction);
    EntColumnWish wishes[MOST_TRIES];
    Try tries[MOST_TRIES] = {0};
    guint length = count_tries(picture);
    for (guint i = 0; i < length; i++) {
        wishes[i] = (EntColumnWish){sideways, plan->direction != NULL, RATIO, more[i], i};
        tries[i].plan = *plan;
        tries[i].wish = &wishes[i];
    }
    return ask_best(picture, tries, length, outcome, error);
}

/* Clusters and columns do not go together. The better of two directions, where none is asked for.
 */
static bool ask_clusters(EntPicture *picture, const EntLayoutPlan *plan, Outcome *outcome,
                         GError **error)
{
    static const char *const directions[] = {"right", "down"};
    Try tries[G_N_ELEMENTS(directions)] = {0};
    for (gsize i = 0; i < G_N_ELEMENTS(directions); i++) {
        tries[i].plan = *plan;
        tries[i].plan.direction = plan->direction ? plan->direction : directions[i];
    }
    return ask_best(picture, tries, plan->direction ? 1 : G_N_ELEMENTS(directions), outcome, error);
}

/* What gives the columns that the user asks for; NULL: any are good. */
static ColumnsOf find_columns(const EntPicture *picture)
{
    return picture->options->ranks ? ent_columns_by_type : picture->layout->columns;
}

/* Columns that say something are what they are. */
static bool ask_given(EntPicture *picture, EntLayoutPlan *plan, Outcome *outcome, GError **error)
{
    g_autofree guint *columns = find_columns(picture)(picture, &plan->columns_length);
    plan->columns = columns;
    return ask(picture, plan, outcome, error);
}

/* With columns; where dot cannot do with them, without. */
static bool ask_dot(EntPicture *picture, EntLayoutPlan *plan, Outcome *outcome, GError **error)
{
    plan->direction = picture->options->direction;
    if (picture->clusters_length > 0)
        return ask_clusters(picture, plan, outcome, error);
    bool asked = find_columns(picture) ? ask_given(picture, plan, outcome, error)
                                       : ask_columns(picture, plan, outcome, error);
    plan->columns = NULL;
    if (!asked || !outcome->why || outcome->limit)
        return asked;
    return ask(picture, plan, outcome, error);
}

/* When it must be done. */
static bool goes_on(double share, gpointer data)
{
    (void)share;
    return g_get_monotonic_time() < *(const gint64 *)data;
}

static bool place_multilevel(EntPicture *picture, GError **error)
{
    guint limit = limit_seconds(picture);
    gint64 end = g_get_monotonic_time() + (gint64)limit * G_USEC_PER_SEC;
    EntWatch watch;
    ent_watch_init(&watch, goes_on, &end);
    if (ent_place_multilevel(picture, &watch))
        return true;
    g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE,
                "cannot lay out the drawing: multilevel hit its limit of %u s", limit);
    return false;
}

const EntLayout ent_layout_multilevel = {
    .name = "multilevel",
    .summary = "by springs on coarser and coarser graphs; hundreds of thousands of nodes",
    .engine = "sfdp",
    .place = place_multilevel,
};

bool ent_layout(EntPicture *picture, GError **error)
{
    EntLayoutPlan plan = {.engine = picture->layout->engine};
    g_auto(Outcome) outcome = {0};
    if (picture->nodes_length == 0)
        return true;
    if (picture->layout->place)
        return picture->layout->place(picture, error);
    bool asked = strcmp(plan.engine, "dot") == 0 ? ask_dot(picture, &plan, &outcome, error)
                                                 : ask(picture, &plan, &outcome, error);
    if (!asked || !outcome.why)
        return asked;
    if (strcmp(plan.engine, "sfdp") != 0) {
        g_autofree char *first = g_steal_pointer(&outcome.why);
        plan.engine = "sfdp";
        ent_picture_drop_clusters(picture);
        if (!ask(picture, &plan, &outcome, error))
            return false;
        if (!outcome.why) {
            ent_picture_notice(picture, "%s; drawn with sfdp instead%s", first,
                               picture->boxed ? ", without boxes around groups" : "");
            return true;
        }
    }
    g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "cannot lay out the drawing: %s", outcome.why);
    return false;
}

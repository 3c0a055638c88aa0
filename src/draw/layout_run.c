/* SPDX-License-Identifier: MIT */
#include "draw/layout.h"

#include <math.h>

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

/* What one question came to. */
typedef struct {
    char *why;          /* what went wrong; NULL: it went well */
    bool limit;         /* it hit a limit: as long a wait would bring no more */
    GByteArray *answer; /* what the program said, where it went well */
} Outcome;

static void outcome_clear(Outcome *outcome)
{
    g_clear_pointer(&outcome->why, g_free);
    g_clear_pointer(&outcome->answer, g_byte_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, outcome_clear)

/* Asks the program once and takes its answer into the picture. False and an error only where it
 * cannot be asked. */
static bool ask(EntPicture *picture, const EntLayoutPlan *plan, Outcome *outcome, GError **error)
{
    const EntDrawOptions *options = picture->options;
    guint limit = options->seconds ? options->seconds : SECONDS;
    g_autofree char *seconds = g_strdup_printf("%u", limit);
    g_autofree char *megabytes =
        g_strdup_printf("%u", options->megabytes ? options->megabytes : MEGABYTES);
    const char *const arguments[] = {plan->engine,  "--seconds", seconds,
                                     "--megabytes", megabytes,   NULL};
    g_autoptr(GString) question = ent_layout_question(picture, plan);
    g_auto(EntSpawned) spawned = {0};
    outcome_clear(outcome);
    outcome->limit = false;
    if (!ent_spawn(PROGRAM, arguments, question->str, question->len, limit + 2, &spawned, error))
        return false;
    outcome->limit = spawned.end == ENT_SPAWN_LIMIT;
    if (outcome->limit)
        outcome->why =
            g_strdup_printf("%s hit its limit of %s s or %s MB", plan->engine, seconds, megabytes);
    else if (spawned.end == ENT_SPAWN_FAILED)
        outcome->why = g_strdup_printf("%s failed%s%s", plan->engine, spawned.message ? ": " : "",
                                       spawned.message ? spawned.message : "");
    else if (!ent_layout_answer(picture, plan, (const char *)spawned.output->data))
        outcome->why = g_strdup_printf("%s gave an answer that makes no sense", plan->engine);
    else
        outcome->answer = g_steal_pointer(&spawned.output);
    return true;
}

/* Several ways to set up columns cost little for a small picture: the best one is drawn. */
static guint count_tries(const EntPicture *picture)
{
    guint tries = 1000 / (picture->nodes_length + picture->edges_length);
    return CLAMP(tries, 1, MOST_TRIES);
}

/* The best of some tries at columns that dot is given. */
static bool ask_columns(EntPicture *picture, EntLayoutPlan *plan, Outcome *outcome, GError **error)
{
    static const int more[MOST_TRIES] = {0, 1, -1, 0, 1};
    const char *direction = plan->direction;
    EntColumnWish wish = {.follows = direction != NULL, .ratio = RATIO};
    wish.sideways = !direction || strcmp(direction, "right") == 0 || strcmp(direction, "left") == 0;
    g_auto(Outcome) best = {0};
    g_autofree guint *best_columns = NULL;
    double least = HUGE_VAL;
    guint tries = count_tries(picture);
    for (guint i = 0; i < tries; i++) {
        wish.more = more[i];
        wish.seed = i;
        g_autofree guint *columns = ent_columns(picture, &wish, &plan->columns_length);
        plan->columns = columns;
        if (!ask(picture, plan, outcome, error))
            return false;
        if (tries == 1 || outcome->why)
            break;
        double score = ent_layout_score(picture, RATIO);
        if (score >= least)
            continue;
        least = score;
        outcome_clear(&best);
        best.answer = g_steal_pointer(&outcome->answer);
        g_free(best_columns);
        best_columns = g_steal_pointer(&columns);
    }
    if (best.answer) {
        plan->columns = best_columns;
        outcome_clear(outcome);
        ent_layout_answer(picture, plan, (const char *)best.answer->data);
    }
    return true;
}

/* Clusters and columns do not go together. The better of two directions, where none is asked for.
 */
static bool ask_clusters(EntPicture *picture, EntLayoutPlan *plan, Outcome *outcome, GError **error)
{
    static const char *const directions[] = {"right", "down"};
    const char *given = plan->direction;
    g_auto(Outcome) best = {0};
    double least = HUGE_VAL;
    for (gsize i = 0; i < (given ? 1 : G_N_ELEMENTS(directions)); i++) {
        plan->direction = given ? given : directions[i];
        if (!ask(picture, plan, outcome, error))
            return false;
        if (outcome->why)
            break;
        double score = given ? 0 : ent_layout_score(picture, RATIO);
        if (score >= least)
            continue;
        least = score;
        outcome_clear(&best);
        best.answer = g_steal_pointer(&outcome->answer);
    }
    if (best.answer) {
        outcome_clear(outcome);
        ent_layout_answer(picture, plan, (const char *)best.answer->data);
    }
    return true;
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
    guint limit = picture->options->seconds ? picture->options->seconds : SECONDS;
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

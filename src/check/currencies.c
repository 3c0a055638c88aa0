/* SPDX-License-Identifier: MIT */
/* The currency of a sum is a code of ISO 4217. */
#include "check/registry.h"
#include "check/say.h"

#include "base/lookup.h"
#include "check/currency_table.h"

#include <string.h>

static int compare(const void *code, const void *item)
{
    return strcmp(code, *(const char *const *)item);
}

static bool is_known(const char *code)
{
    return bsearch(code, currencies_in_use, G_N_ELEMENTS(currencies_in_use) - 1,
                   sizeof *currencies_in_use, compare) ||
           bsearch(code, currencies_withdrawn, G_N_ELEMENTS(currencies_withdrawn) - 1,
                   sizeof *currencies_withdrawn, compare);
}

/* Longer texts are names or signs of currencies, not codes mistyped. */
static const char *nearest(const char *code)
{
    const char *near = strlen(code) == 3 ? ent_nearest(currencies_often, code) : NULL;

    return near || strlen(code) != 3 ? near : ent_nearest(currencies_in_use, code);
}

static void check_fact(const EntFact *fact, gpointer data)
{
    const char *code = fact->details->amount.currency;
    EntAbout about = {
        ENT_SEVERITY_ERROR, "unknown-currency", &fact->origin, "/amount/currency", 0, false};
    g_autofree char *name = NULL;
    const char *near;

    if (!code || is_known(code))
        return;
    name = ent_say_name(code);
    near = nearest(code);
    ent_say(
        data, &about,
        near ? g_strdup_printf("did you mean \"%s\"?", near)
             : g_strdup("a code of ISO 4217 has three capital letters: \"USD\", \"EUR\", \"SGD\""),
        g_strdup_printf("unknown currency %s", name));
}

static void run(EntChecking *checking)
{
    ent_each_fact(checking, check_fact, checking);
}

const EntCheck ent_check_currencies = {
    .name = "currencies",
    .summary = "the currency of a sum is a code of ISO 4217",
    .codes = (const char *const[]){"unknown-currency", NULL},
    .run = run,
};

/* SPDX-License-Identifier: MIT */
#include "diff/members.h"

#include "base/json.h"

#include <string.h>

#define EVIDENCE "evidence"

typedef struct {
    char *key, *value;
} Member;

static void member_free(gpointer data)
{
    Member *member = data;

    g_free(member->key);
    g_free(member->value);
    g_free(member);
}

static gint by_text(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The items of a list, or the members of a map as they are written; sorted on demand. */
static GPtrArray *split(const char *json, bool sorted)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    EntSpan whole = {0, strlen(json)}, key, value;

    for (gsize at = 0; ent_json_next(json, whole, &at, &key, &value);) {
        gsize start = key.length ? key.start : value.start;

        g_ptr_array_add(parts, g_strndup(json + start, value.start + value.length - start));
    }
    if (sorted)
        g_ptr_array_sort(parts, by_text);
    return parts;
}

static bool has_no_order(const char *key, const char *value)
{
    static const char *const lists[] = {"aliases", "same_as", "not_same_as", NULL};

    return *value == '{' || (*value == '[' && g_strv_contains(lists, key));
}

/* The value with what has no order sorted; takes it. */
static char *normal(const char *key, char *value)
{
    g_autofree char *taken = value;
    g_autoptr(GPtrArray) parts = NULL;
    g_autofree char *inside = NULL;
    bool map = *value == '{';

    if (!has_no_order(key, value))
        return g_steal_pointer(&taken);
    parts = split(value, true);
    g_ptr_array_add(parts, NULL);
    inside = g_strjoinv(",", (char **)parts->pdata);
    return g_strdup_printf("%c%s%c", map ? '{' : '[', inside, map ? '}' : ']');
}

/* Member, by the order of the text. */
static GPtrArray *read_members(const char *json)
{
    GPtrArray *members = g_ptr_array_new_with_free_func(member_free);
    EntSpan whole = {0, strlen(json)}, key, value;

    for (gsize at = 0; ent_json_next(json, whole, &at, &key, &value);) {
        Member *member = g_new(Member, 1);

        member->key = ent_json_unquote(json + key.start, key.length);
        member->value = normal(member->key, g_strndup(json + value.start, value.length));
        g_ptr_array_add(members, member);
    }
    return members;
}

static const Member *find(const GPtrArray *members, const char *key)
{
    for (guint i = 0; i < members->len; i++) {
        const Member *member = members->pdata[i];

        if (strcmp(member->key, key) == 0)
            return member;
    }
    return NULL;
}

/* The member's value; where it is not there what that means, or NULL. The caller's. */
static char *value_of(const Member *member, const char *key)
{
    static const char *const defaults[][2] = {
        {"status", "\"actual\""}, {"confidence", "1"}, {"weight", "1"}};

    if (member)
        return g_strdup(member->value);
    for (gsize i = 0; i < G_N_ELEMENTS(defaults); i++)
        if (strcmp(key, defaults[i][0]) == 0)
            return g_strdup(defaults[i][1]);
    return NULL;
}

static void note(GArray *changes, const char *key, const Member *old, const Member *new)
{
    EntKeyChange change = {
        .key = g_strdup(key), .old = value_of(old, key), .new = value_of(new, key)};

    g_array_append_val(changes, change);
}

static void compare_keys(GArray *changes, const GPtrArray *old, const GPtrArray *new)
{
    for (guint i = 0; i < old->len; i++) {
        const Member *before = old->pdata[i], *after = find(new, before->key);

        if (strcmp(before->key, EVIDENCE) != 0 &&
            (!after || strcmp(before->value, after->value) != 0))
            note(changes, before->key, before, after);
    }
    for (guint i = 0; i < new->len; i++) {
        const Member *after = new->pdata[i];

        if (strcmp(after->key, EVIDENCE) != 0 && !find(old, after->key))
            note(changes, after->key, NULL, after);
    }
}

/* The pieces of one that the other has not, as often as there are more of them. */
static char **without(const GPtrArray *one, const GPtrArray *other)
{
    GPtrArray *left = g_ptr_array_new();

    for (guint i = 0, j = 0; i < one->len; i++) {
        while (j < other->len && strcmp(other->pdata[j], one->pdata[i]) < 0)
            j++;
        if (j < other->len && strcmp(other->pdata[j], one->pdata[i]) == 0)
            j++;
        else
            g_ptr_array_add(left, g_strdup(one->pdata[i]));
    }
    g_ptr_array_add(left, NULL);
    return (char **)g_ptr_array_free(left, FALSE);
}

static GPtrArray *read_evidence(const GPtrArray *members)
{
    const Member *evidence = find(members, EVIDENCE);

    return split(evidence ? evidence->value : "[]", true);
}

void ent_members_compare(const char *old, const char *new, EntDifference *difference)
{
    g_autoptr(GPtrArray) before = read_members(old), after = read_members(new);
    g_autoptr(GPtrArray) had = read_evidence(before), has = read_evidence(after);
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(EntKeyChange));

    compare_keys(changes, before, after);
    difference->changes_length = changes->len;
    difference->changes = (EntKeyChange *)(void *)g_array_free(changes, FALSE);
    difference->gained = without(has, had);
    difference->lost = without(had, has);
}

void ent_difference_clear(EntDifference *difference)
{
    for (guint32 i = 0; i < difference->changes_length; i++) {
        g_free(difference->changes[i].key);
        g_free(difference->changes[i].old);
        g_free(difference->changes[i].new);
    }
    g_free(difference->changes);
    g_strfreev(difference->gained);
    g_strfreev(difference->lost);
}

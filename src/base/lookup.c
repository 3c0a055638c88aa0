/* SPDX-License-Identifier: MIT */
#include "base/lookup.h"

#include <string.h>

/* Above this a suggestion helps nobody, and long texts would cost their product. */
#define NEAREST_MOST 8

static const char *name_of(gconstpointer item)
{
    return *(const char *const *)item;
}

/* "a, b or c": the names that begin with `start`, as items has them. */
static char *list_names(gconstpointer const *items, const char *start)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (; *items != NULL; items++)
        if (g_str_has_prefix(name_of(*items), start))
            g_ptr_array_add(names, (gpointer)name_of(*items));
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        if (i > 0)
            g_string_append(list, i + 1 == names->len ? " or " : ", ");
        g_string_append(list, names->pdata[i]);
    }
    return g_string_free(list, FALSE);
}

static const char *nearest_item(gconstpointer const *items, const char *wanted)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (; *items != NULL; items++)
        g_ptr_array_add(names, (gpointer)name_of(*items));
    g_ptr_array_add(names, NULL);
    return ent_nearest((const char *const *)names->pdata, wanted);
}

static void set_unknown(gconstpointer const *items, const char *what, const char *name,
                        GError **error)
{
    const char *near = nearest_item(items, name);
    if (near != NULL) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown %s '%s': did you mean '%s'?", what,
                    name, near);
        return;
    }
    g_autofree char *all = list_names(items, "");
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "unknown %s '%s': expected %s", what, name, all);
}

gconstpointer ent_lookup(gconstpointer const *items, const char *what, const char *name,
                         GError **error)
{
    gconstpointer found = NULL;
    guint fits = 0;
    for (gsize i = 0; items[i] != NULL; i++) {
        if (strcmp(name_of(items[i]), name) == 0)
            return items[i];
        if (*name != '\0' && g_str_has_prefix(name_of(items[i]), name)) {
            found = items[i];
            fits++;
        }
    }
    if (fits == 1)
        return found;
    if (fits == 0) {
        set_unknown(items, what, name, error);
        return NULL;
    }
    g_autofree char *candidates = list_names(items, name);
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "ambiguous %s '%s': %s", what, name, candidates);
    return NULL;
}

const char *ent_nearest(const char *const *names, const char *wanted)
{
    const char *nearest = NULL;
    guint best = NEAREST_MOST + 1;
    gsize length = strlen(wanted);
    for (; *names != NULL && best > 0; names++) {
        gsize letters = MAX(length, strlen(*names));
        guint most = MIN((guint)MIN(letters / 3, NEAREST_MOST), best - 1);
        guint distance = ent_distance(*names, wanted, most);
        if (distance <= most) {
            best = distance;
            nearest = *names;
        }
    }
    return nearest;
}

typedef struct {
    const char *a, *b;
    gsize a_length, b_length;
} Pair;

/* Drops what both begin and end with: it changes no distance. */
static Pair trim(const char *a, const char *b)
{
    Pair pair = {a, b, strlen(a), strlen(b)};
    while (*pair.a != '\0' && g_ascii_tolower(*pair.a) == g_ascii_tolower(*pair.b)) {
        pair.a++;
        pair.b++;
        pair.a_length--;
        pair.b_length--;
    }
    while (pair.a_length > 0 && pair.b_length > 0 &&
           g_ascii_tolower(pair.a[pair.a_length - 1]) ==
               g_ascii_tolower(pair.b[pair.b_length - 1])) {
        pair.a_length--;
        pair.b_length--;
    }
    return pair;
}

static bool same(const Pair *pair, gsize i, gsize j)
{
    return g_ascii_tolower(pair->a[i - 1]) == g_ascii_tolower(pair->b[j - 1]);
}

/* One cell of the table: from its neighbours in this row and the two above. */
static guint cell(const Pair *pair, gsize i, gsize j, guint *const rows[3])
{
    guint distance = rows[1][j - 1] + (same(pair, i, j) ? 0u : 1u);
    distance = MIN(distance, rows[1][j] + 1);
    distance = MIN(distance, rows[0][j - 1] + 1);
    if (i > 1 && j > 1 && same(pair, i, j - 1) && same(pair, i - 1, j))
        distance = MIN(distance, rows[2][j - 2] + 1);
    return distance;
}

/*
 * Optimal string alignment, only the band of cells that can stay within `most`; rows[0] is the
 * current row, rows[1] and rows[2] those above it. Cells outside the band count as most + 1.
 */
guint ent_distance(const char *a, const char *b, guint most)
{
    Pair pair = trim(a, b);
    gsize n = pair.a_length, m = pair.b_length;
    if ((n > m ? n - m : m - n) > most)
        return most + 1;
    if (n == 0 || m == 0)
        return (guint)MAX(n, m);
    g_autofree guint *memory = g_new(guint, 3 * (m + 1));
    guint *rows[3] = {memory, memory + m + 1, memory + 2 * (m + 1)};
    for (gsize j = 0; j <= m; j++) {
        rows[0][j] = (guint)MIN(j, (gsize)most + 1);
        rows[1][j] = rows[2][j] = most + 1;
    }
    guint above = 0; /* the least of the row above */
    for (gsize i = 1; i <= n; i++) {
        guint *oldest = rows[2];
        rows[2] = rows[1];
        rows[1] = rows[0];
        rows[0] = oldest;
        gsize first = i > most ? i - most : 1, last = MIN(m, i + most);
        rows[0][first - 1] = first == 1 ? (guint)MIN(i, (gsize)most + 1) : most + 1;
        guint least = rows[0][first - 1];
        for (gsize j = first; j <= last; j++) {
            rows[0][j] = MIN(cell(&pair, i, j, rows), most + 1);
            least = MIN(least, rows[0][j]);
        }
        if (last < m)
            rows[0][last + 1] = most + 1;
        if (least > most && above > most)
            return most + 1;
        above = least;
    }
    return rows[0][m];
}

/* SPDX-License-Identifier: MIT */
#include <entente/report.h>

#include "base/hash.h"
#include "model/report_files.h"

#define EXCERPTS_KEPT 1000 /* later findings are listed without their line */

struct EntReport {
    GArray *findings;  /* EntFinding */
    GPtrArray *files;  /* char *, in the order they were named */
    GHashTable *order; /* file -> its number + 1 */
    guint counts[2];   /* by severity */
    bool sorted;
};

static void clear_finding(gpointer data)
{
    EntFinding *finding = data;

    g_free(finding->message);
    g_free(finding->hint);
    g_free(finding->excerpt);
}

EntReport *ent_report_new(void)
{
    EntReport *report = g_new0(EntReport, 1);

    report->findings = g_array_new(FALSE, FALSE, sizeof(EntFinding));
    g_array_set_clear_func(report->findings, clear_finding);
    report->files = g_ptr_array_new_with_free_func(g_free);
    report->order = g_hash_table_new(ent_text_hash, g_str_equal);
    return report;
}

void ent_report_free(EntReport *report)
{
    if (!report)
        return;
    g_array_free(report->findings, TRUE);
    g_hash_table_destroy(report->order);
    g_ptr_array_free(report->files, TRUE);
    g_free(report);
}

const char *ent_report_file(EntReport *report, const char *name)
{
    gpointer key;
    char *copy;

    if (g_hash_table_lookup_extended(report->order, name, &key, NULL))
        return key;
    copy = g_strdup(name);
    g_ptr_array_add(report->files, copy);
    g_hash_table_insert(report->order, copy, GUINT_TO_POINTER(report->files->len));
    return copy;
}

void ent_report_add(EntReport *report, EntSeverity severity, const char *code,
                    const EntPlace *place, char *message, char *hint, char *excerpt)
{
    EntFinding finding = {severity, code, *place, message, hint, excerpt};

    finding.place.file = ent_report_file(report, place->file);
    if (report->findings->len >= EXCERPTS_KEPT)
        g_clear_pointer(&finding.excerpt, g_free);
    g_array_append_val(report->findings, finding);
    report->counts[severity]++;
    report->sorted = false;
}

guint ent_report_count(const EntReport *report, EntSeverity severity)
{
    return report->counts[severity];
}

guint ent_report_length(const EntReport *report)
{
    return report->findings->len;
}

static gint compare_findings(gconstpointer a, gconstpointer b, gpointer data)
{
    const EntFinding *first = a, *second = b;
    GHashTable *order = data;
    guint x = GPOINTER_TO_UINT(g_hash_table_lookup(order, first->place.file));
    guint y = GPOINTER_TO_UINT(g_hash_table_lookup(order, second->place.file));

    if (x != y)
        return x < y ? -1 : 1;
    if (first->place.line != second->place.line)
        return first->place.line < second->place.line ? -1 : 1;
    if (first->place.column != second->place.column)
        return first->place.column < second->place.column ? -1 : 1;
    return 0;
}

const EntFinding *ent_report_get(EntReport *report, guint index)
{
    g_assert(index < report->findings->len);
    if (!report->sorted) /* a stable sort: findings of one place stay in the order found */
        g_array_sort_with_data(report->findings, compare_findings, report->order);
    report->sorted = true;
    return &g_array_index(report->findings, EntFinding, index);
}

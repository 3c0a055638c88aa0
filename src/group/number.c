/* SPDX-License-Identifier: MIT */
#include "group/number.h"

#include <math.h>

typedef struct {
    igraph_integer_t label;
    guint32 place;
} Member;

/* A run of sorted members. */
typedef struct {
    const Member *members;
    guint32 size;
} Run;

static int compare_members(const void *left, const void *right)
{
    const Member *a = left, *b = right;

    if (a->label != b->label)
        return a->label < b->label ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static int compare_runs(const void *left, const void *right)
{
    const Run *a = left, *b = right;

    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->members->place < b->members->place ? -1 : 1;
}

static Member *sort_members(const igraph_integer_t *labels, gsize length)
{
    Member *members = g_new(Member, length + 1);

    for (gsize i = 0; i < length; i++)
        members[i] = (Member){labels[i], (guint32)i};
    qsort(members, length, sizeof *members, compare_members);
    return members;
}

void ent_partition_number(EntPartition *partition, const igraph_integer_t *labels)
{
    g_autofree Member *members = sort_members(labels, partition->length);
    g_autofree Run *runs = g_new(Run, partition->length + 1);
    guint32 count = 0;

    for (gsize i = 0; i < partition->length; i++) {
        if (i == 0 || members[i].label != members[i - 1].label)
            runs[count++] = (Run){&members[i], 0};
        runs[count - 1].size++;
    }
    qsort(runs, count, sizeof *runs, compare_runs);
    partition->count = count;
    partition->details = g_new0(EntGroup, (gsize)count + 1);
    partition->groups = g_new(guint32, partition->length + 1);
    for (guint32 i = 0; i < count; i++) {
        double level = partition->grouping->level ? (double)runs[i].members->label : NAN;

        partition->details[i] = (EntGroup){.size = runs[i].size, .level = level};
        for (guint32 j = 0; j < runs[i].size; j++)
            partition->groups[runs[i].members[j].place] = i + 1;
    }
}

/* SPDX-License-Identifier: MIT */
/* Options that several commands share, and the names their arguments are chosen from. */
#ifndef ENT_CLI_GROUPS_H
#define ENT_CLI_GROUPS_H

#include "cli/command.h"

extern const EntOptionGroup ent_group_common;     /* every command: -q -v --color … */
extern const EntOptionGroup ent_group_answer;     /* -o, -f of what is printed */
extern const EntOptionGroup ent_group_reading;    /* --from, --schema */
extern const EntOptionGroup ent_group_filters;    /* --as-of, --type, … */
extern const EntOptionGroup ent_group_projection; /* --project, --project-weight */
extern const EntOptionGroup ent_group_graph;      /* --directed, --weight, --parallel, --seed */
extern const EntOptionGroup ent_group_measures;   /* --normalized, --restart, --alpha */
extern const EntOptionGroup ent_group_parting;    /* --timeout, --resolution of groupings */
extern const EntOptionGroup ent_group_resolution; /* --resolution alone */

/* Reading with --read-as for --from, where that is a node. */
extern const EntOptionGroup ent_group_reading_as;

EntChoices ent_choices_measures, ent_choices_writers, ent_choices_node_types,
    ent_choices_edge_types, ent_choices_statuses, ent_choices_commands, ent_choices_schemas,
    ent_choices_groupings;

/* Whatever gives a number to each node: measures and groupings. */
EntChoices ent_choices_results;

/* "--format table|csv|json" */
EntChoices ent_choices_answers;

/* Adds the first member, a name, of each descriptor of a NULL-terminated array. */
void ent_choices_add(GPtrArray *names, gconstpointer const *items);

#define ENT_OPTION_END                                                                             \
    {                                                                                              \
        .name = NULL                                                                               \
    }

#endif

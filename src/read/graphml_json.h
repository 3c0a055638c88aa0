/* SPDX-License-Identifier: MIT */
/* JSON in the strings of a GraphML file that this program wrote. */
#ifndef ENT_READ_GRAPHML_JSON_H
#define ENT_READ_GRAPHML_JSON_H

#include "read/graphml.h"

/* A graph's keys that begin so name the measures that nodes, or edges, have. */
#define GRAPHML_NODE_MEASURE "measure_"
#define GRAPHML_EDGE_MEASURE "edge_measure_"

/* Whether text is one JSON value of the kind that begins so ('{' or '['; 0: any), with no white
 * space around; a finding about name where not. */
bool graphml_check_json(Graphml *graphml, const GraphmlThing *thing, const char *name,
                        const char *text, char first);

/* A walk over the members of a checked JSON object; begins with at 0. */
typedef struct {
    const char *text;
    gsize length, at;           /* of the object; where to go on */
    const char *member;         /* from its key's opening quote to its value's end */
    gsize member_length, value; /* where its value begins in it */
} GraphmlMembers;

/* The next member; false at the end. */
bool graphml_next_member(GraphmlMembers *members);

/* The key of the member at hand; the caller's. */
char *graphml_member_name(const GraphmlMembers *members);

#endif

/* SPDX-License-Identifier: MIT */
#include "draw/layout.h"

#include <math.h>

#define INCH         72.0
#define NODE_SPACE   6.0
#define ROUTED_EDGES 250

/* In the form that the layout program wants, in one line. */
#define PLACEHOLDER                                                                                \
    "<<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"%u\" HEIGHT=\"%u\" BORDER=\"0\" CELLSPACING=\"0\" "        \
    "CELLPADDING=\"0\"><TR><TD></TD></TR></TABLE>>"

static void put_inches(GString *dot, const char *name, double length)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double inches = CLAMP(length / INCH, 0.01, 500);
    g_string_append_printf(dot, " %s=%s", name, g_ascii_formatd(text, sizeof text, "%.3f", inches));
}

const char *ent_layout_rankdir(const char *direction)
{
    if (g_strcmp0(direction, "down") == 0)
        return "TB";
    if (g_strcmp0(direction, "up") == 0)
        return "BT";
    return g_strcmp0(direction, "left") == 0 ? "RL" : "LR";
}

bool ent_layout_is_sideways(const char *direction)
{
    return strpbrk(ent_layout_rankdir(direction), "TB") == NULL;
}

static gint by_size(gconstpointer a, gconstpointer b)
{
    double one = *(const double *)a;
    double other = *(const double *)b;
    return (one > other) - (one < other);
}

/* A picture of few nodes has room to spare on its page. */
static double spacing(const EntPicture *picture)
{
    return 1 + 0.8 * CLAMP((40.0 - picture->nodes_length) / 40, 0, 1);
}

/* How far lines and labels keep apart along a column. */
static double lane(const EntLayoutPlan *plan)
{
    return ent_layout_is_sideways(plan->direction) ? 4 : 8;
}

/* Between columns there is room for nine of ten labels: those of longer edges are put elsewhere.
 * Where Graphviz makes the layers it also makes room for labels. */
static double column_gap(const EntPicture *picture, const EntLayoutPlan *plan)
{
    bool sideways = ent_layout_is_sideways(plan->direction);
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(double));
    if (!plan->columns)
        return 22;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPoint label = picture->edges[i].label_size;
        double size = sideways ? label.x : label.y;
        g_array_append_val(sizes, size);
    }
    if (sizes->len == 0)
        return 40;
    g_array_sort(sizes, by_size);
    return g_array_index(sizes, double, (sizes->len - 1) * 9 / 10) +
           (sideways ? 34 : 44) * spacing(picture);
}

static void put_graph(GString *dot, const EntPicture *picture, const EntLayoutPlan *plan)
{
    g_string_append(dot, "digraph {\ngraph [");
    if (strcmp(plan->engine, "dot") == 0) {
        g_string_append_printf(dot, "rankdir=%s splines=true mclimit=4",
                               ent_layout_rankdir(plan->direction));
        put_inches(dot, "nodesep", lane(plan));
        put_inches(dot, "ranksep", column_gap(picture, plan));
    } else {
        /* Ways around nodes take minutes to find for large graphs. */
        bool small = picture->edges_length <= ROUTED_EDGES;
        g_string_append_printf(dot, "overlap=prism start=1 splines=%s", small ? "true" : "line");
    }
    g_string_append(dot, "];\nnode [fixedsize=true];\nedge [dir=none];\n");
}

/* Lines and labels may run close beside each other, nodes may not: they are asked for larger. */
static void put_node(GString *dot, const EntPicture *picture, const EntLayoutPlan *plan,
                     guint32 number)
{
    const EntPictureNode *node = &picture->nodes[number];
    double space = NODE_SPACE * spacing(picture) * spacing(picture);
    bool layered = strcmp(plan->engine, "dot") == 0;
    bool sideways = layered && ent_layout_is_sideways(plan->direction);
    g_string_append_printf(dot, "n%u [shape=%s", number, ent_shape_layout(node->shape));
    put_inches(dot, "width", node->size.x + (layered && !sideways ? space : 0));
    put_inches(dot, "height", node->size.y + (sideways ? space : 0));
    g_string_append(dot, "];\n");
}

bool ent_layout_is_turned(const EntLayoutPlan *plan, const EntPictureEdge *edge)
{
    return plan->columns && plan->columns[edge->from] > plan->columns[edge->to];
}

static void put_edge(GString *dot, const EntLayoutPlan *plan, const EntPictureEdge *edge,
                     guint32 number)
{
    bool turned = ent_layout_is_turned(plan, edge);
    g_string_append_printf(dot, "n%u -> n%u [id=e%u", turned ? edge->to : edge->from,
                           turned ? edge->from : edge->to, number);
    if (plan->columns && plan->columns[edge->from] == plan->columns[edge->to]) {
        /* Within a column the ends keep apart by so many lanes. */
        double room = ent_layout_is_sideways(plan->direction) ? edge->label_size.y + 24
                                                              : edge->label_size.x + 30;
        g_string_append_printf(dot, " minlen=%u", (guint)ceil(room / lane(plan)));
    }
    if (edge->label_size.x > 0 && !plan->columns)
        g_string_append_printf(dot, " label=" PLACEHOLDER, (guint)ceil(edge->label_size.x),
                               (guint)ceil(edge->label_size.y));
    g_string_append(dot, "];\n");
}

/* Labels are not asked for where columns are given: lines without them run straighter, and the gap
 * between columns has room for labels. A chain of small nodes, one a column, holds the columns
 * apart; each column is one rank. */
static void put_columns(GString *dot, const EntPicture *picture, const EntLayoutPlan *plan)
{
    g_autofree guint32 *order = g_new(guint32, picture->nodes_length);
    g_autofree guint32 *start = g_new0(guint32, plan->columns_length + 2);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        start[plan->columns[i] + 2]++;
    for (guint i = 2; i < plan->columns_length + 2; i++)
        start[i] += start[i - 1];
    for (guint32 i = 0; i < picture->nodes_length; i++)
        order[start[plan->columns[i] + 1]++] = i;
    for (guint column = 0; column < plan->columns_length; column++) {
        guint32 anchor = picture->nodes_length + column;
        g_string_append_printf(dot, "n%u [width=0.01 height=0.01];\n", anchor);
        if (column > 0)
            g_string_append_printf(dot, "n%u -> n%u [id=e%u weight=0];\n", anchor - 1, anchor,
                                   picture->edges_length + column - 1);
        g_string_append_printf(dot, "{ rank=same; n%u;", anchor);
        for (guint32 i = start[column]; i < start[column + 1]; i++)
            g_string_append_printf(dot, " n%u;", order[i]);
        g_string_append(dot, " }\n");
    }
}

/* The nodes of each group together, all others apart from them. */
static void put_clusters(GString *dot, const EntPicture *picture)
{
    for (guint i = 0; i < picture->clusters_length; i++) {
        guint32 group = picture->clusters[i].group;
        g_string_append_printf(dot, "subgraph cluster_%u { margin=%u;", group, ENT_CLUSTER_SPACE);
        for (guint32 k = 0; k < picture->nodes_length; k++) {
            if (picture->options->groups[k] == group)
                g_string_append_printf(dot, " n%u;", k);
        }
        g_string_append(dot, " }\n");
    }
}

GString *ent_layout_question(const EntPicture *picture, const EntLayoutPlan *plan)
{
    GString *dot = g_string_new(NULL);
    put_graph(dot, picture, plan);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        put_node(dot, picture, plan, i);
    for (guint32 i = 0; i < picture->edges_length; i++)
        put_edge(dot, plan, &picture->edges[i], i);
    if (plan->columns)
        put_columns(dot, picture, plan);
    put_clusters(dot, picture);
    g_string_append(dot, "}\n");
    return dot;
}

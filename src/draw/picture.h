/* SPDX-License-Identifier: MIT */
/*
 * A picture: what of a view is drawn, with texts, looks and sizes, first without places, then with
 * them. One unit is a CSS pixel (1/96 inch) in SVG; for Graphviz it is a point. y points down.
 *
 * It goes through these hands, in this order: ent_picture_new() (texts, looks, sizes), ent_layout()
 * (places), ent_picture_trim() (edges end at outlines), ent_picture_place_labels(), then a writer.
 * Nodes are in the view's order, edges too.
 */
#ifndef ENT_DRAW_PICTURE_H
#define ENT_DRAW_PICTURE_H

#include <entente/draw.h>
#include "draw/color.h"
#include "draw/geometry.h"
#include "draw/label.h"
#include "draw/shape.h"
#include "draw/theme.h"

#define ENT_NODE_FONT  12.0
#define ENT_SMALL_FONT 10.0 /* details of nodes, labels of edges, the legend, the sources */
#define ENT_BESIDE_GAP 6.0  /* between a node and the name beside it */

/* Whether something stands out or steps back. */
typedef enum { ENT_MARK_NONE, ENT_MARK_OUT, ENT_MARK_FADED } EntMark;

typedef struct {
    guint32 index; /* of the dossier's node */
    const EntNode *node;
    const EntNodeType *type;
    EntShape shape;
    EntColor own;               /* its type's */
    EntColor fill, stroke, ink; /* not faded: ent_node_looks() */
    EntLabel name, details;
    EntPoint size;
    bool beside;    /* its name is on its left, not in it */
    double shift;   /* how far the text's centre is below the shape's */
    bool faint;     /* size_by has no value for it */
    double opacity; /* by its confidence: 1 where it is sure */
    EntMark mark;
    EntChange change;
    EntPoint at; /* its centre */
} EntPictureNode;

typedef struct {
    guint32 index; /* of the dossier's edge */
    const EntEdge *edge;
    const EntEdgeType *type;
    guint32 from, to; /* places in nodes */
    EntColor color;
    double width;   /* by the options' width_by; 0: as its status and style say */
    double opacity; /* as a node's */
    EntMark mark;
    EntChange change;
    bool common; /* the legend says its type (common.c) */
    EntLabel label, details;
    EntPoint label_size; /* both together, with a margin; 0 where there is none */
    EntPoint label_at;   /* its centre */
    bool labelled;       /* label_at is set */
    bool led;            /* the label is off its edge: a thin line leads from leader_to to it */
    EntPoint leader_to;
    EntCurve *curves; /* from `from` to `to`, one after another */
    guint curves_length;
} EntPictureEdge;

/* A box around a group of nodes (clusters.c). */
typedef struct {
    guint32 group; /* its number */
    EntColor fill, stroke, ink;
    EntLabel label;
    EntBox box;
    EntPoint label_at; /* left, top */
} EntCluster;

/* What a layout draws beneath nodes and edges, to say what places mean. */
typedef enum {
    ENT_GUIDE_LINE,
    ENT_GUIDE_RING,
    ENT_GUIDE_DOT,
    ENT_GUIDE_ROOM, /* no mark: room from corner to corner, and its words */
} EntGuideKind;

typedef struct {
    EntGuideKind kind;
    EntPoint from, to; /* a line's ends; the corners of a ring's box; a dot is at from */
    EntColor color;
    double width;     /* of the line, or the dot */
    const char *dash; /* NULL: solid */
    EntLabel text;    /* words at it, or none */
    EntPoint text_at; /* their top, in the middle */
} EntGuide;

/* What keeps nodes of other groups, and their boxes, from a group's nodes. */
#define ENT_CLUSTER_SPACE 26

typedef struct EntLayout EntLayout;

typedef struct {
    const EntView *view;
    const EntDossier *dossier;
    const EntDrawOptions *options;
    const EntTheme *theme;
    const EntLayout *layout; /* the one chosen (layouts.h) */
    EntPictureNode *nodes;
    guint32 nodes_length;
    EntPictureEdge *edges;
    guint32 edges_length;
    bool boxed;    /* there are boxes around groups, unless the layout fails */
    bool by_group; /* colours of nodes stand for groups, else for types */
    EntCluster *clusters;
    guint clusters_length; /* 0: no boxes around groups */
    bool thin;             /* lines are drawn thin: there are very many */
    bool edge_labels;      /* false: too many edges to label, their tooltips say it */
    GArray *guides;        /* EntGuide */
    EntBox box;            /* what nodes, edges and labels cover, once placed */
} EntPicture;

/* Edges beyond this number get no labels. */
#define ENT_LABELLED_EDGES 1000

/* Never fails. All are borrowed and must outlive it. */
EntPicture *ent_picture_new(const EntView *view, const EntDrawOptions *options,
                            const EntTheme *theme);
void ent_picture_free(EntPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntPicture, ent_picture_free)

/* The types of its nodes (const EntNodeType *) in the schema's order; *of: by node, its type's
 * place among them. Both are the caller's (g_ptr_array_unref, g_free). */
GPtrArray *ent_picture_types(const EntPicture *picture, guint **of);

/* Sets up the clusters of the options' groups; forgets them; finds their boxes around nodes that
 * have their places. */
void ent_picture_cluster(EntPicture *picture);
void ent_picture_drop_clusters(EntPicture *picture);
void ent_picture_enclose(EntPicture *picture);
EntBox ent_cluster_label_box(const EntCluster *cluster);

/* Adds a guide; takes its text over. Forgets all (guides.c). What they cover, joined to box. */
void ent_picture_guide(EntPicture *picture, EntGuide guide);
void ent_picture_drop_guides(EntPicture *picture);
EntBox ent_picture_guides_box(const EntPicture *picture, EntBox box);
/* Keeps room for the names beside nodes that have their places. */
void ent_picture_room_for_names(EntPicture *picture);

/* Sets `common` of all edges. */
void ent_picture_find_common(EntPicture *picture);

/* An edge of each common type, by type; the caller's (g_ptr_array_unref). What the legend calls its
 * type, "nation is party to agreement", without the ends where those differ; the caller's. */
GPtrArray *ent_picture_common(const EntPicture *picture);
char *ent_picture_describe_common(const EntPicture *picture, const EntPictureEdge *edge);

/* Gathers labels of parallel edges that agree (gather.c): details (by edge, NULL: none; owned by
 * the caller) become those of all for the one that bears them, the others are silent. */
void ent_picture_gather(const EntPicture *picture, char **details, bool *silent);

/* Forgets the ways of an edge. */
void ent_picture_clear_curves(EntPictureEdge *edge);

/* What nodes, edges and labels cover. */
EntBox ent_picture_find_box(const EntPicture *picture);

/* What the notice of the options is told; message is a printf format. */
void ent_picture_notice(const EntPicture *picture, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Sizes of all nodes by their texts and by options->size_by (sizes.c). */
void ent_picture_size(EntPicture *picture);

/* Leaves names to the most important of very many nodes, the others become dots (thin.c). */
void ent_picture_thin(EntPicture *picture);

/* By node: how many edges it has, a loop counting twice; the caller's. */
guint32 *ent_picture_count_ties(const EntPicture *picture);

/* Area of the node for a share (0 to 1) of the measure's largest value, beside its smallest. */
double ent_size_factor(double share);

/* Makes every edge end at the outlines of its nodes (trim.c). */
void ent_picture_trim(EntPicture *picture);

/* Puts the labels of edges where they hide nothing (places.c), and sets picture->box. Returns how
 * badly that went: 0 where each is at its edge's middle and covers no other edge. More rounds
 * make it a little better; 3 are enough. */
double ent_picture_place_labels(EntPicture *picture, int rounds);

/* The title as drawn: the options', the dossier's, or NULL. */
const char *ent_picture_title(const EntPicture *picture);

/* How a line is drawn: a dash array (NULL: solid) of which round ends make dots. */
typedef struct {
    double width;
    const char *dash;
    bool round;
} EntStroke;

/* By how sure a fact is: 1 where its confidence is, never so little that it cannot be seen. */
double ent_confidence_opacity(double confidence);

/* Sets the widths of all edges by what options->width_by asks for (widths.c). What its largest
 * value is, 0 where none is greater, and of which currency, NULL: none. The width of a share (0 to
 * 1) of it. */
void ent_picture_widen(EntPicture *picture);
double ent_picture_widest(const EntPicture *picture, const char **currency);
double ent_width_of(double share);

/* Whether the view's edges can be drawn so: sums are of one currency. */
bool ent_width_check(const EntView *view, EntWeight by, GError **error);

/* By the status of a fact and by the style of an edge's type ("solid" for nodes). */
EntStroke ent_stroke(EntStatus status, const char *style);

/* Times the width of lines that stand out. */
#define ENT_MARKED_WIDTH 2.2

/* Marks what the options say of changes (changes.c); their colours and names. */
void ent_picture_mark_changes(EntPicture *picture);
EntColor ent_change_color(const EntTheme *theme, EntChange change);
const char *ent_change_name(EntChange change);
EntMark ent_change_mark(EntChange change);
#define ENT_CHANGE_COUNT (ENT_CHANGE_CHANGED + 1)
void ent_picture_count_changes(const EntPicture *picture, guint counts[ENT_CHANGE_COUNT]);

/* The line of what stands out or came about so. */
EntStroke ent_change_stroke(EntStroke stroke, EntMark mark, EntChange change);

/* A node's colours as they are drawn. */
typedef struct {
    EntColor fill, stroke, ink;
} EntLooks;

EntLooks ent_node_looks(const EntPicture *picture, const EntPictureNode *node);

/* Tooltips: what is known of a node or an edge, with its quotes; several lines. The caller's. */
char *ent_node_tooltip(const EntPicture *picture, const EntPictureNode *node);
char *ent_edge_tooltip(const EntPicture *picture, const EntPictureEdge *edge);

#endif

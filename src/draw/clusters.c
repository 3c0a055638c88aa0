/* SPDX-License-Identifier: MIT */
/*
 * Boxes around groups of nodes. Graphviz's dot keeps the nodes of a group together and all others
 * out of the rectangle around them; the box that is drawn lies within that rectangle.
 */
#include "draw/picture.h"

#define SIDES                                                                                      \
    11.0          /* from the nodes to the box; together with the top less than ENT_CLUSTER_SPACE */
#define PAD  5.0  /* from the box to its label */
#define TINT 0.72 /* of paper in a box's colour */

/* The clusters of two nodes or more, without places. */
void ent_picture_cluster(EntPicture *picture)
{
    static const EntSetting setting = {ENT_SMALL_FONT, true, 200, 1};
    const guint32 *groups = picture->options->groups;
    guint32 most = 0;
    for (guint32 i = 0; i < picture->nodes_length; i++)
        most = MAX(most, groups[i]);
    g_autofree guint32 *sizes = g_new0(guint32, (gsize)most + 1);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        sizes[groups[i]]++;
    picture->clusters = g_new0(EntCluster, (gsize)most + 1);
    for (guint32 group = 1; group <= most; group++) {
        if (sizes[group] < 2)
            continue;
        EntCluster *cluster = &picture->clusters[picture->clusters_length++];
        g_autofree char *name = g_strdup_printf("group %u", group);
        EntColor color = ent_color_of_group(group - 1);
        *cluster = (EntCluster){.group = group,
                                .fill = ent_color_mix(color, picture->theme->paper, TINT),
                                .stroke = ent_color_off(color, picture->theme->paper, 2),
                                .ink = ent_color_off(color, picture->theme->paper, 6),
                                .label = ent_label(name, &setting)};
    }
}

void ent_picture_drop_clusters(EntPicture *picture)
{
    for (guint i = 0; i < picture->clusters_length; i++)
        ent_label_clear(&picture->clusters[i].label);
    g_clear_pointer(&picture->clusters, g_free);
    picture->clusters_length = 0;
}

static void enclose(const EntPicture *picture, EntCluster *cluster)
{
    bool any = false;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        const EntPictureNode *node = &picture->nodes[i];
        EntBox box = ent_box_around(node->at, node->size.x, node->size.y);
        if (picture->options->groups[i] != cluster->group)
            continue;
        cluster->box = any ? ent_box_union(cluster->box, box) : box;
        any = true;
    }
    cluster->box = ent_box_grown(cluster->box, SIDES);
    cluster->box.y1 -= cluster->label.height + 2 * PAD - SIDES;
    cluster->box.x2 = MAX(cluster->box.x2, cluster->box.x1 + cluster->label.width + 2 * PAD);
    cluster->label_at = (EntPoint){cluster->box.x1 + PAD, cluster->box.y1 + PAD};
}

void ent_picture_enclose(EntPicture *picture)
{
    for (guint i = 0; i < picture->clusters_length; i++)
        enclose(picture, &picture->clusters[i]);
}

EntBox ent_cluster_label_box(const EntCluster *cluster)
{
    return (EntBox){cluster->label_at.x, cluster->label_at.y,
                    cluster->label_at.x + cluster->label.width,
                    cluster->label_at.y + cluster->label.height};
}

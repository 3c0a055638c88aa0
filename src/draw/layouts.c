/* SPDX-License-Identifier: MIT */
#include "draw/layouts.h"

#include "draw/columns.h"

/* Beyond these dot's drawings are no longer readable, and soon no longer quick. */
#define DOT_NODES 120
#define DOT_EDGES 250

/* Beyond these sfdp is no longer quick. */
#define SFDP_NODES 1000
#define SFDP_EDGES 3000

/* Beyond this the outer ring of a picture around one node is too large for a page. */
#define RINGS_NODES 60

const EntLayout ent_layout_auto = {
    .name = "auto",
    .summary = "dot for pictures that fit on a page, sfdp for larger, multilevel for very large "
               "ones",
};

const EntLayout ent_layout_circo = {
    .name = "circo",
    .summary = "on circles; for rings and hubs",
    .engine = "circo",
};

const EntLayout ent_layout_dot = {
    .name = "dot",
    .summary = "in columns or layers, edges run one way; up to some hundred nodes",
    .engine = "dot",
};

const EntLayout ent_layout_fdp = {
    .name = "fdp",
    .summary = "by springs between the nodes; up to some hundred nodes",
    .engine = "fdp",
};

const EntLayout ent_layout_neato = {
    .name = "neato",
    .summary = "by distances in the graph; up to some hundred nodes",
    .engine = "neato",
};

const EntLayout ent_layout_sfdp = {
    .name = "sfdp",
    .summary = "by springs, for large graphs; many thousand nodes",
    .engine = "sfdp",
};

const EntLayout ent_layout_two_mode = {
    .name = "two-mode",
    .summary = "in three columns: what is shared (agreements) in the middle, those who share it on "
               "both sides",
    .engine = "dot",
    .columns = ent_columns_two_mode,
};

const EntLayout ent_layout_twopi = {
    .name = "twopi",
    .summary = "on rings around the best tied node; for trees",
    .engine = "twopi",
};

const EntLayout *const ent_layouts[] = {
#define X(name) &ent_layout_##name,
    ENT_LAYOUTS(X)
#undef X
        NULL,
};

const EntLayout *ent_layout_choose(const EntDrawOptions *options, guint32 nodes, guint32 edges,
                                   bool around)
{
    for (guint i = 0; options->layout && ent_layouts[i]; i++) {
        bool asked = strcmp(ent_layouts[i]->name, options->layout) == 0;
        if (asked && ent_layouts[i] != &ent_layout_auto)
            return ent_layouts[i];
    }
    if (around && !options->ranks && !options->boxes && nodes <= RINGS_NODES)
        return &ent_layout_rings;
    if (options->ranks || (nodes <= DOT_NODES && edges <= DOT_EDGES))
        return &ent_layout_dot;
    bool large = nodes > SFDP_NODES || edges > SFDP_EDGES;
    return large ? &ent_layout_multilevel : &ent_layout_sfdp;
}

bool ent_layout_check(const EntDrawOptions *options, const EntDrawFormat *format, GError **error)
{
    const EntLayout *layout = ent_layout_choose(options, 0, 0, false);
    if (options->ranks && layout != &ent_layout_dot) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "columns by type are of the layout dot, not of %s", layout->name);
        return false;
    }
    if (layout->still && !format->sheets) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "the layout %s makes pictures (SVG, PNG, PDF), not %s", layout->name,
                    strcmp(format->name, "html") == 0 ? "pages" : "DOT");
        return false;
    }
    if (layout->still && options->frames_length > 0) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "the layout %s makes one picture, not a sheet of several dates", layout->name);
        return false;
    }
    return true;
}

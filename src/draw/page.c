/* SPDX-License-Identifier: MIT */
#include "draw/page.h"

#include "draw/frame.h"
#include "model/builtin.h"
#include "model/schema_read.h"

#include <string.h>

/* What a place of the page's text is filled with. */
typedef struct {
    const char *name;
    void (*put)(EntOutput *output, const EntPicture *picture);
} Place;

/* The digest that a content security policy names a script or style by. */
static void put_digest(EntOutput *output, const char *name)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[32];
    gsize length = 0, digest_length = sizeof digest;
    const char *text = ent_builtin(name, &length);
    g_checksum_update(checksum, (const guchar *)text, (gssize)length);
    g_checksum_get_digest(checksum, digest, &digest_length);
    g_autofree char *base64 = g_base64_encode(digest, digest_length);
    ent_put(output, base64);
}

static void put_script_hash(EntOutput *output, const EntPicture *picture)
{
    (void)picture;
    put_digest(output, "viewer.js");
}

static void put_style_hash(EntOutput *output, const EntPicture *picture)
{
    (void)picture;
    put_digest(output, "style.css");
}

static void put_script(EntOutput *output, const EntPicture *picture)
{
    (void)picture;
    ent_put(output, ent_builtin("viewer.js", NULL));
}

static void put_style(EntOutput *output, const EntPicture *picture)
{
    (void)picture;
    ent_put(output, ent_builtin("style.css", NULL));
}

static void put_title(EntOutput *output, const EntPicture *picture)
{
    const char *title = ent_picture_title(picture);
    ent_put_xml(output, title ? title : "Graph");
}

static void put_subtitle(EntOutput *output, const EntPicture *picture)
{
    g_autofree char *text = ent_picture_subtitle(picture);
    ent_put_xml(output, text);
}

static void put_alternative(EntOutput *output, const EntPicture *picture)
{
    g_autofree char *text = ent_picture_alternative(picture);
    ent_put_xml(output, text);
}

static void put_sources(EntOutput *output, const EntPicture *picture)
{
    g_autofree char *text = ent_picture_sources(picture);
    ent_put_xml(output, text);
}

static const Place places[] = {
    {"SCRIPT-HASH", put_script_hash},
    {"STYLE-HASH", put_style_hash},
    {"TITLE", put_title},
    {"STYLE", put_style},
    {"SUBTITLE", put_subtitle},
    {"ALTERNATIVE", put_alternative},
    {"SOURCE", put_sources},
    {"DATA", ent_page_data},
    {"SCRIPT", put_script},
};

static const Place *find_place(const char *name, gsize length)
{
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        if (strlen(places[i].name) == length && memcmp(places[i].name, name, length) == 0)
            return &places[i];
    }
    return NULL;
}

/* The page's text has places, @NAME@, and no other '@'. */
void ent_page_write(EntOutput *output, const EntPicture *picture)
{
    const char *at = ent_builtin("page.html", NULL);
    for (const char *start; (start = strchr(at, '@')) != NULL;) {
        const char *end = strchr(start + 1, '@');
        const Place *place = find_place(start + 1, (gsize)(end - start - 1));
        ent_put_bytes(output, at, (gsize)(start - at));
        g_assert(place);
        place->put(output, picture);
        at = end + 1;
    }
    ent_put(output, at);
}

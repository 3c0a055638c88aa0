/* SPDX-License-Identifier: MIT */
/* The JSON texts that GraphML carries in strings. */
#include "write/graphml.h"

#include <string.h>

#include "base/json.h"
#include "write/json_text.h"

#define SUSPECTS "\x7f\xc2\xef" /* what such characters begin with */

/* Bytes of the control or unassigned character at text that XML should not have; 0: none there. */
static guint bad_bytes(const char *text)
{
    const guchar *at = (const guchar *)text;

    if (at[0] == 0x7f)
        return 1;
    if (at[0] == 0xc2)
        return at[1] < 0xa0 ? 2 : 0;
    return at[0] == 0xef && at[1] == 0xbf && at[2] >= 0xbe ? 3 : 0;
}

void graphml_json_safe(GString *json)
{
    g_autoptr(GString) safe = NULL;
    gsize copied = 0;

    for (gsize at = strcspn(json->str, SUSPECTS); at < json->len;
         at += strcspn(json->str + at, SUSPECTS)) {
        guint bytes = bad_bytes(json->str + at);

        if (bytes > 0) {
            if (!safe)
                safe = g_string_sized_new(json->len);
            g_string_append_len(safe, json->str + copied, (gssize)(at - copied));
            g_string_append_printf(safe, "\\u%04x", g_utf8_get_char(json->str + at));
            copied = at + bytes;
        }
        at += MAX(bytes, 1);
    }
    if (!safe)
        return;
    g_string_append(safe, json->str + copied);
    g_string_assign(json, safe->str);
}

void graphml_json_map(GString *out, EntProperties properties)
{
    EntJsonObject object = {out, &ent_json_compact_style, false};

    for (guint32 i = 0; i < properties.length; i++) {
        ent_json_key(&object, properties.items[i].name);
        ent_json_value(out, properties.items[i].json, object.style);
    }
    ent_json_end(&object);
}

void graphml_json_texts(GString *out, EntTexts texts)
{
    g_string_append_c(out, '[');
    for (guint32 i = 0; i < texts.length; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        ent_json_quote(out, texts.items[i]);
    }
    g_string_append_c(out, ']');
}

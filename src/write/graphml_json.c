/* SPDX-License-Identifier: MIT */
/* The JSON texts that GraphML carries in strings. */
#include "write/graphml.h"

#include "base/json.h"
#include "write/json_text.h"

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

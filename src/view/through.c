/* SPDX-License-Identifier: MIT */
#include <entente/project.h>

#include "base/json_decode.h"
#include "view/project_ties.h"

#include <string.h>

/* The texts of a checked JSON array; NULL where it is none of texts. */
static char **read_texts(const char *json)
{
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    const cJSON *array = ent_decode(decoder, json, strlen(json));
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);

    if (!cJSON_IsArray(array))
        return NULL;
    for (const cJSON *item = array->child; item; item = item->next) {
        if (!cJSON_IsString(item))
            return NULL;
        g_ptr_array_add(texts, g_strdup(item->valuestring));
    }
    g_ptr_array_add(texts, NULL);
    return (char **)g_ptr_array_steal(texts, NULL);
}

char **ent_edge_through(const EntDossier *dossier, const EntEdge *edge)
{
    EntProperties properties = edge->fact.details->properties;

    if (strcmp(ent_dossier_edge_type(dossier, edge)->name, ENT_EDGE_TYPE_SHARED) != 0)
        return NULL;
    for (guint32 i = 0; i < properties.length; i++)
        if (strcmp(properties.items[i].name, ENT_THROUGH_KEY) == 0)
            return read_texts(properties.items[i].json);
    return NULL;
}

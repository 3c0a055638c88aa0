/* SPDX-License-Identifier: MIT */
#include "read/csv_rules.h"

#include "base/json.h"

bool ent_csv_is_json(const char *cell, gsize length)
{
    EntJsonFault fault;

    if (length == 0 || !strchr("{[\"-0123456789tfn", *cell))
        return false;
    return ent_json_scan(cell, length, &fault) == length;
}

bool ent_csv_is_array(const char *cell, gsize length)
{
    return length > 0 && *cell == '[' && ent_csv_is_json(cell, length);
}

bool ent_csv_is_plain_item(const char *text)
{
    gsize length = strlen(text);

    return length > 0 && *text != '[' && *text != ' ' && text[length - 1] != ' ' &&
           !strchr(text, '|');
}

/* SPDX-License-Identifier: MIT */
#include "read/graphml_json.h"

#include <string.h>

#include "base/json.h"

bool graphml_check_json(Graphml *graphml, const GraphmlThing *thing, const char *name,
                        const char *text, char first)
{
    EntJsonFault fault;
    gsize length = strlen(text), end = ent_json_scan(text, length, &fault);
    const char *what = fault.what;

    if (!what && fault.has_nul)
        what = "a text in it has the character U+0000";
    else if (!what &&
             (ent_json_space(text, end, 0) != 0 || ent_json_space(text, length, end) != length))
        what = "there is more than one value";
    else if (!what && first && *text != first)
        what = first == '{' ? "an object was expected" : "a list was expected";
    if (what)
        graphml_finding(graphml, thing, ENT_SEVERITY_ERROR, "bad-json", NULL, NULL,
                        "\"%s\" is not the JSON it should be: %s", name, what);
    return !what;
}

bool graphml_next_member(GraphmlMembers *members)
{
    EntJsonFault fault;

    members->at = ent_json_space(members->text, members->length, members->at + 1);
    if (members->at >= members->length || members->text[members->at] == '}')
        return false;
    members->member = members->text + members->at;
    members->member_length = ent_json_scan_member(members->member, members->length - members->at,
                                                  &members->value, &fault);
    if (members->member_length == 0)
        return false;
    members->at =
        ent_json_space(members->text, members->length, members->at + members->member_length);
    return true; /* at stands on the comma or the closing brace, which the next call passes */
}

char *graphml_member_name(const GraphmlMembers *members)
{
    EntJsonFault fault;

    return ent_json_unquote(members->member,
                            ent_json_scan(members->member, members->member_length, &fault));
}

/* SPDX-License-Identifier: MIT */
#include "read/json_facts.h"

#define FACTS_A_STEP 4096 /* between two looks at the progress */

EntOrigin ent_slice_origin(const EntReading *reading, const EntSlice *slice)
{
    return (EntOrigin){.offset = slice->offset,
                       .file = reading->file,
                       .line = slice->line,
                       .column = slice->column};
}

EntPiece ent_origin_piece(const EntFile *file, const EntOrigin *origin)
{
    return (EntPiece){.input = file->input,
                      .file = ent_input_name(file->input),
                      .offset = origin->offset,
                      .line = origin->line,
                      .column = origin->column};
}

void ent_slice_finding(const EntReading *reading, const EntSlice *slice, const char *code,
                       char *hint, const char *message)
{
    EntOrigin origin = ent_slice_origin(reading, slice);
    EntPiece piece = ent_origin_piece(ent_facts_file(reading->facts, reading->file), &origin);
    EntPlace place;
    char *excerpt = NULL;

    ent_place_span(&piece, (EntSpan){0, 1}, &place, &excerpt);
    ent_report_add(reading->report, ENT_SEVERITY_ERROR, code, &place, g_strdup(message), hint,
                   excerpt);
}

void ent_slice_fault(const EntReading *reading, const EntSlice *slice)
{
    ent_slice_finding(reading, slice, "syntax", NULL, slice->what);
}

bool ent_reading_goes_on(EntReading *reading, guint64 facts, GError **error)
{
    if (facts % FACTS_A_STEP || !reading->progress ||
        reading->progress(ent_input_share(reading->input), reading->progress_data))
        return true;
    g_set_error_literal(error, ENT_ERROR, ENT_ERROR_COMPUTE, "interrupted");
    return false;
}

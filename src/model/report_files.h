/* SPDX-License-Identifier: MIT */
/* The files of a report, in the order they were named. */
#ifndef ENT_MODEL_REPORT_FILES_H
#define ENT_MODEL_REPORT_FILES_H

#include <entente/report.h>

/* Names a file, so that its findings come in this order; the report's own copy of the name. */
const char *ent_report_file(EntReport *report, const char *name);

#endif

/* SPDX-License-Identifier: MIT */
/* All of entente's public headers. Every function that takes text wants valid UTF-8. */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <entente/error.h>
#include <entente/date.h>
#include <entente/output.h>
#include <entente/place.h>
#include <entente/report.h>
#include <entente/facts.h>
#include <entente/schema.h>
#include <entente/dossier.h>
#include <entente/diff.h>
#include <entente/view.h>
#include <entente/project.h>
#include <entente/measure.h>
#include <entente/figure.h>
#include <entente/group.h>
#include <entente/path.h>
#include <entente/stability.h>
#include <entente/why.h>
#include <entente/write.h>
#include <entente/draw.h>

#endif

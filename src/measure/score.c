/* SPDX-License-Identifier: MIT */
#include "measure/score.h"

#include <glib.h>
#include <math.h>

#define WHOLE 1e9 /* whole numbers below have at most 9 digits */

double ent_score_round(double score)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    if (!isfinite(score) || (fabs(score) < WHOLE && score == trunc(score)))
        return score;
    return g_ascii_strtod(g_ascii_formatd(text, sizeof text, "%.8e", score), NULL);
}

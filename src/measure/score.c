/* SPDX-License-Identifier: MIT */
#include "measure/score.h"

#include <glib.h>
#include <math.h>

#define DIGITS 9
#define WHOLE  1e9 /* whole numbers below have at most 9 digits */
#define EXACT  22  /* powers of ten up to this one are exact doubles */

static double round_as_printed(double score)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    return g_ascii_strtod(g_ascii_formatd(text, sizeof text, "%.8e", score), NULL);
}

/*
 * The same without printing, some ten times as fast: the digits as a whole number, divided by an
 * exact power of ten, which rounds as reading does. Where the digits cannot be told for sure (next
 * to a half, or the power is not exact), it is printed after all.
 */
double ent_score_round(double score)
{
    int places;
    double power, scaled, digits;

    if (!isfinite(score) || (fabs(score) < WHOLE && score == trunc(score)))
        return score;
    places = DIGITS - 1 - (int)floor(log10(fabs(score)));
    if (places < 0 || places > EXACT)
        return round_as_printed(score);
    power = pow(10, places);
    scaled = score * power;
    digits = rint(scaled);
    if (fabs(scaled - digits) > 0.49 || fabs(digits) >= WHOLE || fabs(digits) < WHOLE / 10)
        return round_as_printed(score);
    return digits / power;
}

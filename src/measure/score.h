/* SPDX-License-Identifier: MIT */
/* Scores as they are compared: equal where they agree in what is printed. */
#ifndef ENT_MEASURE_SCORE_H
#define ENT_MEASURE_SCORE_H

/* The number that is printed: 9 significant digits. NaN stays NaN. */
double ent_score_round(double score);

#endif

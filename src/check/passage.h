/* SPDX-License-Identifier: MIT */
/* The passage of a text that comes nearest to a quote that is not in it. */
#ifndef ENT_CHECK_PASSAGE_H
#define ENT_CHECK_PASSAGE_H

#include "check/fold.h"

/*
 * Of all stretches with about as many words as the quote, or up to a quarter more, the first that
 * shares most with it, weighed by the words' lengths, whatever their order and the case of ASCII
 * letters; less the words at its ends that add nothing. Characters of scripts without spaces count
 * as words. False where not even two fifths are shared. quote is folded. One pass over the text.
 */
bool ent_passage_find(const EntFolded *folded, const char *quote, EntFoldSpan *span);

#endif

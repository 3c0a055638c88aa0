/* SPDX-License-Identifier: MIT */
/*
 * SIGINT, SIGTERM and SIGHUP. They end the program at once, as they do any program, after the
 * progress line was erased; but while something is held that must not be left half done (a file
 * being written), they only leave a mark, and the program ends by the same signal when it is done.
 * A second signal ends it in any case.
 */
#ifndef ENT_CLI_INTERRUPT_H
#define ENT_CLI_INTERRUPT_H

#include <stdbool.h>

void ent_interrupt_install(void);

/* From hold to release signals only leave a mark. Releasing ends the program if there is one. */
void ent_interrupt_hold(void);
void ent_interrupt_release(void);

/* Whether there is a mark. */
bool ent_interrupted(void);

/* Writes the text to standard error in a second from now, unless NULL comes before: that says
 * whether it was written. */
bool ent_interrupt_announce(const char *text);

/* Whether a progress line stands on the terminal, to be erased before the program ends. */
void ent_interrupt_line(bool shown);

#endif

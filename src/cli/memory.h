/* SPDX-License-Identifier: MIT */
/* Where the program's memory comes from. */
#ifndef ENT_CLI_MEMORY_H
#define ENT_CLI_MEMORY_H

/*
 * From now on memory is asked for in large pages, where the system has them: a dossier of many
 * facts is looked up all over, and each small page costs a fault once and a walk through the page
 * tables whenever it is looked at again.
 */
void ent_memory_in_large_pages(void);

#endif

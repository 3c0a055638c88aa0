/* SPDX-License-Identifier: MIT */
#include "cli/memory.h"

#ifdef ENT_MIMALLOC

#include <mimalloc.h>

void ent_memory_in_large_pages(void)
{
    mi_option_enable(mi_option_large_os_pages);
}

#else /* a sanitizer has an allocator of its own */

void ent_memory_in_large_pages(void) {}

#endif

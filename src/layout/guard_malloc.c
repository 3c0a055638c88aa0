/* SPDX-License-Identifier: MIT */
/*
 * Graphviz and cairo mostly do not look at what malloc() returns: with a limit on memory they crash
 * in ways that cannot be told from their other crashes. So the first allocation that fails ends the
 * program with the exit code for a limit. Only with glibc, whose malloc() may be replaced piece by
 * piece; elsewhere running out of memory looks like any failure.
 */
#include "guard.h"

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__

void *__libc_malloc(size_t size);               /* NOLINT(bugprone-reserved-identifier) */
void *__libc_calloc(size_t count, size_t size); /* NOLINT(bugprone-reserved-identifier) */
void *__libc_realloc(void *old, size_t size);   /* NOLINT(bugprone-reserved-identifier) */

void *malloc(size_t size)
{
    void *memory = __libc_malloc(size);
    if (!memory && ent_guard_limits_memory())
        ent_guard_out_of_memory();
    return memory;
}

void *calloc(size_t count, size_t size)
{
    void *memory = __libc_calloc(count, size);
    if (!memory && ent_guard_limits_memory())
        ent_guard_out_of_memory();
    return memory;
}

void *realloc(void *old, size_t size)
{
    void *memory = __libc_realloc(old, size);
    if (!memory && size > 0 && ent_guard_limits_memory())
        ent_guard_out_of_memory();
    return memory;
}

#else

typedef int GuardMallocUnused; /* ISO C forbids an empty file */

#endif

/* SPDX-License-Identifier: MIT */
#include "harness.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    fuzz_facts("csv", data, size);
    return 0;
}

/* SPDX-License-Identifier: MIT */
#include "harness.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    fuzz_facts("json", data, size);
    return 0;
}

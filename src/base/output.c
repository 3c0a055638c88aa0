/* SPDX-License-Identifier: MIT */
#include <entente/output.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/output_target.h"

#define BUFFER_BYTES ((gsize)64 * 1024)

struct EntOutput {
    char *buffer; /* size bytes and one for the NUL */
    gsize size, used;
    int failure; /* errno of the first */
    bool memory, complete, closed;
    EntTarget target;
};

static EntOutput *output_new(void)
{
    EntOutput *output = g_new0(EntOutput, 1);
    output->buffer = g_malloc(BUFFER_BYTES + 1);
    output->size = BUFFER_BYTES;
    output->target.fd = -1;
    return output;
}

EntOutput *ent_output_file(const char *path, GError **error)
{
    EntTarget target;
    if (!ent_target_open(&target, path, true, error))
        return NULL;
    EntOutput *output = output_new();
    output->target = target;
    return output;
}

EntOutput *ent_output_memory(void)
{
    EntOutput *output = output_new();
    output->memory = true;
    return output;
}

static void flush(EntOutput *output)
{
    if (output->failure == 0 && output->used > 0)
        output->failure = ent_target_write(&output->target, output->buffer, output->used);
    output->used = 0;
}

/* Makes room for length more bytes in memory. */
static bool grow(EntOutput *output, gsize length)
{
    gsize size = output->size;
    while (size - output->used < length && size < G_MAXSIZE / 4)
        size *= 2;
    char *buffer = size - output->used < length ? NULL : g_try_realloc(output->buffer, size + 1);
    if (buffer == NULL) {
        output->failure = ENOMEM;
        return false;
    }
    output->buffer = buffer;
    output->size = size;
    return true;
}

/* Bytes that do not fit into what is left of the buffer. */
static void put_slowly(EntOutput *output, const char *bytes, gsize length)
{
    if (output->memory) {
        if (!grow(output, length))
            return;
    } else {
        flush(output);
        if (length >= output->size) {
            if (output->failure == 0)
                output->failure = ent_target_write(&output->target, bytes, length);
            return;
        }
    }
    memcpy(output->buffer + output->used, bytes, length);
    output->used += length;
}

void ent_put_bytes(EntOutput *output, const void *bytes, gsize length)
{
    if (output->failure != 0 || output->complete || length == 0)
        return;
    if (length > output->size - output->used) {
        put_slowly(output, bytes, length);
        return;
    }
    memcpy(output->buffer + output->used, bytes, length);
    output->used += length;
}

void ent_put(EntOutput *output, const char *text)
{
    ent_put_bytes(output, text, strlen(text));
}

void ent_putf(EntOutput *output, const char *format, ...)
{
    char short_text[256];
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(short_text, sizeof short_text, format, arguments);
    if (length >= 0 && (gsize)length < sizeof short_text) {
        ent_put_bytes(output, short_text, (gsize)length);
    } else {
        g_autofree char *text = g_strdup_vprintf(format, again);
        ent_put(output, text);
    }
    va_end(again);
    va_end(arguments);
}

static bool succeeded(const EntOutput *output, GError **error)
{
    if (output->failure == 0)
        return true;
    g_set_error(error, ENT_ERROR, ENT_ERROR_IO, "cannot write %s: %s",
                output->memory ? "to memory" : output->target.name, g_strerror(output->failure));
    return false;
}

bool ent_output_complete(EntOutput *output, GError **error)
{
    if (!output->complete && !output->memory) {
        flush(output);
        if (output->failure == 0)
            output->failure = ent_target_complete(&output->target);
    }
    output->complete = true;
    return succeeded(output, error);
}

bool ent_output_close(EntOutput *output, GError **error)
{
    if (!ent_output_complete(output, error))
        return false;
    if (!output->closed && !output->memory)
        output->failure = ent_target_finish(&output->target);
    output->closed = true;
    return succeeded(output, error);
}

const char *ent_output_text(const EntOutput *output, gsize *length)
{
    output->buffer[output->used] = '\0';
    if (length != NULL)
        *length = output->used;
    return output->buffer;
}

void ent_output_free(EntOutput *output)
{
    if (output == NULL)
        return;
    ent_target_clear(&output->target);
    g_free(output->buffer);
    g_free(output);
}

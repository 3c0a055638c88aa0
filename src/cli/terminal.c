/* SPDX-License-Identifier: MIT */
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

guint ent_terminal_width(int fd)
{
    const char *columns = g_getenv("COLUMNS");
    struct winsize size = {0};
    guint64 width;

    if (!isatty(fd))
        return 0;
    if (columns && g_ascii_string_to_unsigned(columns, 10, 1, 10000, &width, NULL))
        return (guint)width;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return ENT_USUAL_WIDTH;
}

bool ent_terminal_colors(int fd, const char *when)
{
    const char *off = g_getenv("NO_COLOR"), *kind = g_getenv("TERM");

    if (!g_str_equal(when, "auto"))
        return g_str_equal(when, "always");
    if (off && *off)
        return false;
    return isatty(fd) && kind && *kind && !g_str_equal(kind, "dumb");
}

static bool is_unsafe(gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *make_safe(const char *text, bool lines)
{
    GString *out = g_string_new(NULL);

    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (c == '\t' || c == '\n' || c == '\r')
            g_string_append_c(out, lines ? (char)c : ' ');
        else
            g_string_append_unichar(out, is_unsafe(c) ? 0xfffd : c);
    }
    return g_string_free(out, FALSE);
}

char *ent_safe_text(const char *text)
{
    return make_safe(text, false);
}

char *ent_safe_lines(const char *text)
{
    return make_safe(text, true);
}

guint ent_character_columns(gunichar c)
{
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

guint ent_text_columns(const char *text)
{
    guint columns = 0;

    for (; *text; text = g_utf8_next_char(text))
        columns += ent_character_columns(g_utf8_get_char(text));
    return columns;
}

void ent_wrap(GString *out, const char *text, guint indent, guint width)
{
    guint at = indent;
    bool begun = false;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);

    for (char **word = words; *word; word++) {
        guint columns = ent_text_columns(*word);

        if (begun && at + 1 + columns > width) {
            g_string_append_printf(out, "\n%*s", (int)indent, "");
            at = indent;
            begun = false;
        }
        g_string_append_printf(out, "%s%s", begun ? " " : "", *word);
        at += columns + (begun ? 1 : 0);
        begun = true;
    }
}

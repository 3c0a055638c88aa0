/* SPDX-License-Identifier: MIT */
#include "draw/color.h"

#include <math.h>

typedef struct {
    double r, g, b; /* 0 to 255 */
} Rgb;

static bool is_color(const char *text)
{
    if (!text || text[0] != '#')
        return false;
    for (guint i = 1; i < 7; i++) {
        if (!g_ascii_isxdigit(text[i]))
            return false;
    }
    return text[7] == '\0';
}

EntColor ent_color(const char *text)
{
    EntColor color = {"#dddddd"};
    for (guint i = 0; i < 7 && is_color(text); i++)
        color.text[i] = g_ascii_tolower(text[i]);
    return color;
}

static double channel(EntColor color, guint from)
{
    return g_ascii_xdigit_value(color.text[from]) * 16.0 +
           g_ascii_xdigit_value(color.text[from + 1]);
}

static Rgb to_rgb(EntColor color)
{
    return (Rgb){channel(color, 1), channel(color, 3), channel(color, 5)};
}

static EntColor from_rgb(Rgb rgb)
{
    EntColor color;
    g_snprintf(color.text, sizeof color.text, "#%02x%02x%02x", (guint)CLAMP(lround(rgb.r), 0, 255),
               (guint)CLAMP(lround(rgb.g), 0, 255), (guint)CLAMP(lround(rgb.b), 0, 255));
    return color;
}

static Rgb mix(Rgb a, Rgb b, double share)
{
    return (Rgb){a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share};
}

EntColor ent_color_of_group(guint32 group)
{
    static const char *const palette[] = {
        "#77aadd", "#ee8866", "#eedd88", "#99ddff", "#ffaabb",
        "#44bb99", "#bbcc33", "#c9a6e4", "#dddddd",
    };
    guint32 length = G_N_ELEMENTS(palette);
    guint32 round = (group / length) % 3;
    Rgb base = to_rgb(ent_color(palette[group % length]));
    return from_rgb(mix(base, (Rgb){255, 255, 255}, round * 0.35));
}

static double linear(double value)
{
    double share = value / 255;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

double ent_color_luminance(EntColor color)
{
    Rgb rgb = to_rgb(color);
    return 0.2126 * linear(rgb.r) + 0.7152 * linear(rgb.g) + 0.0722 * linear(rgb.b);
}

double ent_color_contrast(EntColor a, EntColor b)
{
    double one = ent_color_luminance(a);
    double other = ent_color_luminance(b);
    return (MAX(one, other) + 0.05) / (MIN(one, other) + 0.05);
}

EntColor ent_color_ink(EntColor ground)
{
    EntColor dark = {"#111111"};
    EntColor black = {"#000000"};
    EntColor white = {"#ffffff"};
    if (ent_color_contrast(dark, ground) >= 4.5)
        return dark;
    return ent_color_contrast(white, ground) >= 4.5 ? white : black;
}

EntColor ent_color_mix(EntColor color, EntColor other, double share)
{
    return from_rgb(mix(to_rgb(color), to_rgb(other), share));
}

EntColor ent_color_off(EntColor color, EntColor paper, double contrast)
{
    bool dark = ent_color_luminance(paper) < 0.18;
    EntColor end = {"#000000"};
    if (dark)
        end = (EntColor){"#ffffff"};
    for (double share = 0.3; share < 1; share += 0.05) {
        EntColor off = ent_color_mix(color, end, share);
        if (ent_color_contrast(off, paper) >= contrast)
            return off;
    }
    return end;
}

EntColor ent_color_faded(EntColor color, EntColor paper)
{
    return ent_color_mix(color, paper, 0.72);
}

EntColor ent_color_grey(EntColor color)
{
    double grey = 255 * (0.55 + 0.45 * pow(ent_color_luminance(color), 1 / 2.2));
    return from_rgb((Rgb){grey, grey, grey});
}

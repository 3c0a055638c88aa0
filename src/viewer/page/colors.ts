// SPDX-License-Identifier: MIT
/** Colours on light and dark ground. */

type Rgb = [number, number, number];

function parse(color: string): Rgb {
  const value = /^#[0-9a-f]{6}$/i.test(color) ? parseInt(color.slice(1), 16) : 0xcccccc;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function write(color: Rgb): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

export function mix(color: string, other: string, share: number): string {
  const a = parse(color);
  const b = parse(other);
  return write(a.map((part, i) => part + (b[i]! - part) * share) as Rgb);
}

function luminance(color: string): number {
  const [r, g, b] = parse(color).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Near-black or white, whichever is read better. */
export function inkOn(ground: string): string {
  return luminance(ground) > 0.18 ? "#111111" : "#ffffff";
}

/** A line of the node's hue that stands off the ground. */
export function lineOf(color: string, dark: boolean): string {
  return mix(color, dark ? "#ffffff" : "#000000", dark ? 0.35 : 0.58);
}

/** From pale to strong, for values from 0 to 1. */
export function ramp(share: number): string {
  return mix("#f2f0e6", "#b2446a", Math.max(0, Math.min(1, share)));
}

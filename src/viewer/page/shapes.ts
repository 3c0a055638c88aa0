// SPDX-License-Identifier: MIT
/** The outlines of nodes, as the pictures have them: polygons around the origin, ellipses apart. */

export type Corner = [number, number];

/** null: an ellipse; x and y are half of the size. */
export function corners(shape: string, x: number, y: number): Corner[] | null {
  const slant = Math.min(y * 0.7, 16, x / 2);
  const cut = Math.min(Math.min(y, x) * 0.5, 12);
  const roof = Math.min(y * 0.56, 14);
  switch (shape) {
    case "ellipse":
    case "circle":
      return null;
    case "diamond":
      return [[0, -y], [x, 0], [0, y], [-x, 0]];
    case "hexagon":
      return [[-x + slant, -y], [x - slant, -y], [x, 0], [x - slant, y], [-x + slant, y], [-x, 0]];
    case "octagon":
      return [
        [-x + cut, -y], [x - cut, -y], [x, -y + cut], [x, y - cut],
        [x - cut, y], [-x + cut, y], [-x, y - cut], [-x, -y + cut],
      ];
    case "parallelogram":
      return [[-x + slant, -y], [x, -y], [x - slant, y], [-x, y]];
    case "trapezium":
      return [[-x + slant, -y], [x - slant, -y], [x, y], [-x, y]];
    case "house":
      return [[0, -y], [x, -y + roof], [x, y], [-x, y], [-x, -y + roof]];
    case "pentagon":
      return [[0, -y], [x, -y * 0.24], [x * 0.72, y], [-x * 0.72, y], [-x, -y * 0.24]];
    case "note":
      return [[-x, -y], [x - 9, -y], [x, -y + 9], [x, y], [-x, y]];
    case "folder":
      return [[-x, -y], [-x * 0.3, -y], [-x * 0.3 + 5, -y + 6], [x, -y + 6], [x, y], [-x, y]];
    default:
      return [[-x, -y], [x, -y], [x, y], [-x, y]];
  }
}

export function rounding(shape: string): number {
  return shape === "rounded" || shape === "plain" ? 7 : shape === "cylinder" ? 6 : 0;
}

// SPDX-License-Identifier: MIT
/** The picture on a canvas. What is small on the screen is drawn simply; names give way. */
import { mix } from "./colors";
import { corners, rounding } from "./shapes";
import { STATUS_DASH, type Look } from "./look";
import type { Model } from "./model";

export interface View {
  x: number; // of the origin, in CSS pixels
  y: number;
  k: number; // CSS pixels for one unit of the picture
  width: number;
  height: number;
}

const FONT = '"Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const LINE = 14.4;
const SMALL_LINE = 12;
const BESIDE_MOST = 70; // names beside nodes
const TEXTURE = 3000; // so many lines are drawn thin and pale, to let nodes be seen
const SMALLEST = 26; // a narrower node is a dot, its name stands beside it

/** Labels that are on the screen already, in cells. */
class Taken {
  private readonly cells = new Map<string, [number, number, number, number][]>();

  add(x: number, y: number, halfWidth: number, halfHeight: number): boolean {
    const box: [number, number, number, number] = [
      x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight,
    ];
    const keys: string[] = [];
    for (let cx = Math.floor(box[0] / 100); cx <= Math.floor(box[2] / 100); cx++)
      for (let cy = Math.floor(box[1] / 40); cy <= Math.floor(box[3] / 40); cy++)
        keys.push(`${cx},${cy}`);
    for (const key of keys)
      for (const other of this.cells.get(key) ?? [])
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])
          return false;
    for (const key of keys) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
    return true;
  }
}

export class Painter {
  paper = "#ffffff";
  ink = "#111111";

  constructor(
    private readonly model: Model,
    private readonly look: Look,
  ) {}

  paint(context: CanvasRenderingContext2D, view: View, ratio: number): void {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.paper;
    context.fillRect(0, 0, view.width, view.height);
    context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    const all = this.look.edges === null;
    if (!all) context.globalAlpha = 0.14;
    this.edges(context, view, (edge) => all || this.look.isEdgeFaded(edge));
    this.nodes(context, view, (node) => all || this.look.isFaded(node));
    context.globalAlpha = 1;
    if (!all) {
      this.edges(context, view, (edge) => !this.look.isEdgeFaded(edge));
      this.nodes(context, view, (node) => !this.look.isFaded(node));
    }
    this.names(context, view, ratio);
  }

  /** Whether a box of the picture is on the screen. */
  private sees(view: View, x0: number, y0: number, x1: number, y1: number): boolean {
    return (
      Math.max(x0, x1) * view.k + view.x > 0 &&
      Math.min(x0, x1) * view.k + view.x < view.width &&
      Math.max(y0, y1) * view.k + view.y > 0 &&
      Math.min(y0, y1) * view.k + view.y < view.height
    );
  }

  /** Edges of one look are one path: the fewer, the quicker. */
  private edges(
    context: CanvasRenderingContext2D,
    view: View,
    chosen: (edge: number) => boolean,
  ): void {
    const { edges, nodes } = this.model.data;
    const many = this.model.edgeCount > 20000 && view.k < 0.5;
    const paths = new Map<string, Path2D>();
    const seen: number[] = [];
    for (let i = 0; i < this.model.edgeCount; i++) {
      if (!this.model.edgeShown[i] || !chosen(i)) continue;
      const from = edges.from[i]!;
      const to = edges.to[i]!;
      const curve = edges.path?.[i];
      if (!curve && !this.sees(view, nodes.x[from]!, nodes.y[from]!, nodes.x[to]!, nodes.y[to]!))
        continue;
      const key = many
        ? this.look.edgeLine[i]!
        : `${this.look.edgeLine[i]!} ${edges.status[i]!} ${this.look.width(i)}`;
      let path = paths.get(key);
      if (!path) paths.set(key, (path = new Path2D()));
      trace(path, curve, nodes.x[from]!, nodes.y[from]!, nodes.x[to]!, nodes.y[to]!);
      if (!many) seen.push(i);
    }
    for (const [key, path] of paths) {
      const [color, status, width] = key.split(" ");
      const pale = this.model.edgeCount > TEXTURE && this.look.edges === null;
      const thin = Math.max(Number(width ?? 1.2) * (pale ? 0.5 : 1), (pale ? 0.4 : 0.6) / view.k);
      context.strokeStyle = pale ? mix(color!, this.paper, 0.55) : color!;
      context.lineWidth = this.look.edges && context.globalAlpha === 1 ? thin * 1.6 : thin;
      context.setLineDash(many ? [] : STATUS_DASH[Number(status)]!);
      context.stroke(path);
    }
    context.setLineDash([]);
    if (view.k > 0.25 && seen.length < 6000) for (const edge of seen) this.arrow(context, edge);
    if (view.k > 0.55 && edges.label && !this.look.edges) this.edgeLabels(context, view, seen);
    if (view.k > 0.4 && this.look.edges && context.globalAlpha === 1)
      this.edgeLabels(context, view, seen);
  }

  private arrow(context: CanvasRenderingContext2D, edge: number): void {
    const { edges, edgeTypes, nodes } = this.model.data;
    if (edgeTypes[edges.type[edge]!]!.symmetric) return;
    const curve = edges.path?.[edge];
    const to = edges.to[edge]!;
    let tip: [number, number];
    let back: [number, number];
    if (curve) {
      tip = [curve[curve.length - 2]!, curve[curve.length - 1]!];
      back = [curve[curve.length - 4]!, curve[curve.length - 3]!];
    } else {
      back = [nodes.x[edges.from[edge]!]!, nodes.y[edges.from[edge]!]!];
      tip = this.border(to, back);
    }
    const angle = Math.atan2(tip[1] - back[1], tip[0] - back[0]);
    context.fillStyle = this.look.edgeLine[edge]!;
    context.beginPath();
    context.moveTo(tip[0], tip[1]);
    for (const side of [-0.37, 0.37])
      context.lineTo(tip[0] - 9.6 * Math.cos(angle + side), tip[1] - 9.6 * Math.sin(angle + side));
    context.fill();
  }

  /** Where a line to the node's middle meets its box. */
  private border(node: number, from: [number, number]): [number, number] {
    const x = this.model.data.nodes.x[node]!;
    const y = this.model.data.nodes.y[node]!;
    const dx = from[0] - x;
    const dy = from[1] - y;
    const share = Math.min(
      this.look.halfWidth(node) / Math.max(Math.abs(dx), 1e-6),
      this.look.halfHeight(node) / Math.max(Math.abs(dy), 1e-6),
      1,
    );
    return [x + dx * share, y + dy * share];
  }

  private edgeLabels(context: CanvasRenderingContext2D, view: View, seen: number[]): void {
    const { edges, edgeTypes, nodes } = this.model.data;
    context.font = `10px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    if (seen.length > (this.look.edges ? 60 : 400)) return;
    for (const edge of seen) {
      const given = edges.label?.[edge];
      const from = edges.from[edge]!;
      const to = edges.to[edge]!;
      if (!given && !this.look.edges) continue;
      const x = given ? given[0] : (nodes.x[from]! + nodes.x[to]!) / 2;
      const y = given ? given[1] : (nodes.y[from]! + nodes.y[to]!) / 2;
      if (!this.sees(view, x, y, x, y)) continue;
      const text = edgeTypes[edges.type[edge]!]!.label;
      const half = context.measureText(text).width / 2 + 2;
      context.fillStyle = this.paper;
      context.fillRect(x - half, y - 6, 2 * half, 12);
      context.fillStyle = this.look.edgeColor[edge]!;
      context.fillText(text, x, y);
    }
  }

  private nodes(
    context: CanvasRenderingContext2D,
    view: View,
    chosen: (node: number) => boolean,
  ): void {
    const { nodes, nodeTypes } = this.model.data;
    const order = this.look.order;
    for (let at = order.length - 1; at >= 0; at--) {
      const i = order[at]!;
      if (!this.model.nodeShown[i] || !chosen(i)) continue;
      const x = nodes.x[i]!;
      const y = nodes.y[i]!;
      const halfX = this.look.halfWidth(i);
      const halfY = this.look.halfHeight(i);
      if (!this.sees(view, x - halfX, y - halfY, x + halfX, y + halfY)) continue;
      context.fillStyle = this.look.fill[i]!;
      if (halfY * view.k < 3) {
        const least = Math.max(halfY, 1.2 / view.k);
        context.fillRect(x - least, y - least, 2 * least, 2 * least);
        continue;
      }
      outline(context, nodeTypes[nodes.type[i]!]!.shape, x, y, halfX, halfY);
      context.fill();
      context.strokeStyle = this.look.stroke[i]!;
      context.lineWidth = Math.max(1.2, 0.7 / view.k);
      context.setLineDash(STATUS_DASH[nodes.status[i]!]!);
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** In the nodes where they can be read; else beside the most important ones. */
  private names(context: CanvasRenderingContext2D, view: View, ratio: number): void {
    const { nodes } = this.model.data;
    const beside: number[] = [];
    let inside = 0;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const i of this.look.order) {
      const x = nodes.x[i]!;
      const y = nodes.y[i]!;
      if (!this.model.nodeShown[i] || !this.sees(view, x, y, x, y)) continue;
      if (12 * view.k < 6.5 || nodes.width[i]! < SMALLEST) {
        if (beside.length < 2000 && !this.look.isFaded(i)) beside.push(i);
      } else if (inside++ < 3000) {
        context.globalAlpha = this.look.isFaded(i) ? 0.2 : 1;
        this.nameInside(context, i);
      }
    }
    context.globalAlpha = 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = `11px ${FONT}`;
    const taken = new Taken();
    let shown = 0;
    for (const i of beside)
      if (this.nameBeside(context, view, taken, i) && ++shown >= BESIDE_MOST) break;
  }

  private nameInside(context: CanvasRenderingContext2D, node: number): void {
    const { nodes } = this.model.data;
    const lines = nodes.lines[node] || [nodes.name[node]!];
    const small = nodes.small[node] || [];
    const scale = this.look.scale[node]!;
    let y = nodes.y[node]! - ((lines.length * LINE + small.length * SMALL_LINE) / 2) * scale;
    const put = (line: string, size: number, height: number): void => {
      context.font = `${size * scale}px ${FONT}`;
      context.fillText(line, nodes.x[node]!, y + (height / 2) * scale);
      y += height * scale;
    };
    context.fillStyle = this.look.ink[node]!;
    for (const line of lines) put(line, 12, LINE);
    for (const line of small) put(line, 10, SMALL_LINE);
  }

  private nameBeside(
    context: CanvasRenderingContext2D,
    view: View,
    taken: Taken,
    node: number,
  ): boolean {
    const { nodes } = this.model.data;
    const full = nodes.name[node]!;
    const name = full.length > 40 ? `${full.slice(0, 39)}…` : full;
    const x = nodes.x[node]! * view.k + view.x;
    const y = nodes.y[node]! * view.k + view.y - this.look.halfHeight(node) * view.k - 8;
    if (!taken.add(x, y, context.measureText(name).width / 2 + 4, 8)) return false;
    context.strokeStyle = this.paper;
    context.lineWidth = 3;
    context.strokeText(name, x, y);
    context.fillStyle = this.ink;
    context.fillText(name, x, y);
    return true;
  }
}

function trace(
  path: Path2D,
  curve: number[] | undefined,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  if (!curve || curve.length < 8) {
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
    return;
  }
  path.moveTo(curve[0]!, curve[1]!);
  for (let i = 2; i + 5 < curve.length; i += 6)
    path.bezierCurveTo(
      curve[i]!, curve[i + 1]!, curve[i + 2]!, curve[i + 3]!, curve[i + 4]!, curve[i + 5]!,
    );
}

function outline(
  context: CanvasRenderingContext2D,
  shape: string,
  x: number,
  y: number,
  halfX: number,
  halfY: number,
): void {
  const polygon = corners(shape, halfX, halfY);
  const round = rounding(shape);
  context.beginPath();
  if (!polygon) {
    context.ellipse(x, y, halfX, halfY, 0, 0, 2 * Math.PI);
  } else if (round) {
    context.roundRect(x - halfX, y - halfY, 2 * halfX, 2 * halfY, round);
  } else {
    polygon.forEach(([px, py], i) => {
      if (i) context.lineTo(x + px, y + py);
      else context.moveTo(x + px, y + py);
    });
    context.closePath();
  }
}

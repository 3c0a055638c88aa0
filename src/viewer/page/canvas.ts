// SPDX-License-Identifier: MIT
/** The canvas: moved and enlarged by hand, asked what is where. */
import { quadtree, type Quadtree } from "d3-quadtree";
import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from "d3-zoom";
import { Painter, type View } from "./draw";
import { boundsOf } from "./svg";
import type { Look } from "./look";
import type { Model } from "./model";
import type { Place } from "./state";

const QUICK = 24; // milliseconds: a slower frame is shown as it was while the hand moves

export class CanvasView {
  readonly painter: Painter;
  onMove: () => void = () => undefined;
  private readonly context: CanvasRenderingContext2D;
  private readonly view: View = { x: 0, y: 0, k: 1, width: 1, height: 1 };
  private readonly behavior: ZoomBehavior<HTMLCanvasElement, unknown>;
  private readonly selection: Selection<HTMLCanvasElement, unknown, null, undefined>;
  private tree: Quadtree<number> | null = null;
  private still: HTMLCanvasElement | null = null; // the last whole frame
  private stillView: View | null = null;
  private cost = 0;
  private frame = 0;
  private settle = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly model: Model,
    private readonly look: Look,
  ) {
    this.painter = new Painter(model, look);
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) throw new Error("no canvas");
    this.context = context;
    this.behavior = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([0.005, 12])
      .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        Object.assign(this.view, { x: event.transform.x, y: event.transform.y, k: event.transform.k });
        this.redraw(event.sourceEvent !== null);
        this.onMove();
      });
    this.selection = select(canvas);
    this.behavior(this.selection);
    this.selection.on("dblclick.zoom", null);
  }

  /** As large as its place on the page; nothing where it is that already. */
  resize(): void {
    const box = this.canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    this.view.width = Math.max(box.width, 1);
    this.view.height = Math.max(box.height, 1);
    const [width, height] = [this.view.width, this.view.height].map((side) => Math.round(side * ratio));
    if (this.canvas.width === width && this.canvas.height === height) return;
    this.canvas.width = width!;
    this.canvas.height = height!;
    this.redraw();
  }

  place(): Place {
    const { x, y, k, width, height } = this.view;
    return { x: (width / 2 - x) / k, y: (height / 2 - y) / k, k };
  }

  goTo(place: Place): void {
    const { width, height } = this.view;
    this.behavior.transform(
      this.selection,
      zoomIdentity.translate(width / 2 - place.x * place.k, height / 2 - place.y * place.k).scale(place.k),
    );
  }

  fit(): void {
    const bounds = boundsOf(this.model, this.look);
    const k = Math.min(this.view.width / bounds.width, this.view.height / bounds.height, 2);
    this.goTo({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2, k });
  }

  centre(node: number): void {
    const { nodes } = this.model.data;
    this.goTo({ x: nodes.x[node]!, y: nodes.y[node]!, k: Math.max(this.view.k, 0.8) });
  }

  /** Whether the node is on the screen, away from its edges. */
  sees(node: number): boolean {
    const { nodes } = this.model.data;
    const x = nodes.x[node]! * this.view.k + this.view.x;
    const y = nodes.y[node]! * this.view.k + this.view.y;
    return x > 20 && y > 20 && x < this.view.width - 20 && y < this.view.height - 20;
  }

  zoomBy(factor: number): void {
    this.behavior.scaleBy(this.selection, factor);
  }

  panBy(dx: number, dy: number): void {
    this.behavior.translateBy(this.selection, dx / this.view.k, dy / this.view.k);
  }

  /** moving: the hand is at it, so a large picture may be shown as it was, moved. */
  redraw(moving = false): void {
    if (this.frame) cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (moving && this.cost > QUICK && this.still && this.stillView) {
        this.showStill(this.still, this.stillView);
        clearTimeout(this.settle);
        this.settle = window.setTimeout(() => { this.redraw(); }, 120);
      } else {
        this.paint();
      }
    });
  }

  private paint(): void {
    const ratio = window.devicePixelRatio || 1;
    const begin = performance.now();
    this.painter.paint(this.context, this.view, ratio);
    this.cost = performance.now() - begin;
    if (this.cost > QUICK) {
      this.still ??= document.createElement("canvas");
      this.still.width = this.canvas.width;
      this.still.height = this.canvas.height;
      this.still.getContext("2d")?.drawImage(this.canvas, 0, 0);
      this.stillView = { ...this.view };
    }
  }

  private showStill(still: HTMLCanvasElement, was: View): void {
    const ratio = window.devicePixelRatio || 1;
    const scale = this.view.k / was.k;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.fillStyle = this.painter.paper;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.setTransform(
      scale, 0, 0, scale,
      (this.view.x - was.x * scale) * ratio, (this.view.y - was.y * scale) * ratio,
    );
    this.context.drawImage(still, 0, 0);
  }

  /** Of a place in the window: the picture's. */
  private pointAt(clientX: number, clientY: number): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [
      (clientX - box.left - this.view.x) / this.view.k,
      (clientY - box.top - this.view.y) / this.view.k,
    ];
  }

  nodeAt(clientX: number, clientY: number): number | null {
    const { nodes } = this.model.data;
    const [x, y] = this.pointAt(clientX, clientY);
    this.tree ??= quadtree<number>()
      .x((node) => nodes.x[node]!)
      .y((node) => nodes.y[node]!)
      .addAll([...nodes.id.keys()]);
    const slack = 3 / this.view.k;
    let found: number | null = null;
    this.tree.visit((branch, x0, y0, x1, y1) => {
      if (x0 > x + 400 || x1 < x - 400 || y0 > y + 400 || y1 < y - 400) return true;
      if (branch.length) return false;
      for (let leaf: typeof branch | undefined = branch; leaf; leaf = leaf.next) {
        const node = leaf.data;
        if (
          this.model.nodeShown[node] &&
          Math.abs(nodes.x[node]! - x) <= this.look.halfWidth(node) + slack &&
          Math.abs(nodes.y[node]! - y) <= this.look.halfHeight(node) + slack
        )
          found = node;
      }
      return false;
    });
    return found;
  }

  /** The edge whose line is nearest, at most 6 pixels away. */
  edgeAt(clientX: number, clientY: number): number | null {
    const { nodes, edges } = this.model.data;
    const [x, y] = this.pointAt(clientX, clientY);
    let least = 6 / this.view.k;
    let found: number | null = null;
    for (let i = 0; i < this.model.edgeCount; i++) {
      if (!this.model.edgeShown[i]) continue;
      const path = edges.path?.[i];
      const points = path && path.length >= 8 ? flatten(path) : [
        nodes.x[edges.from[i]!]!, nodes.y[edges.from[i]!]!,
        nodes.x[edges.to[i]!]!, nodes.y[edges.to[i]!]!,
      ];
      for (let k = 0; k + 3 < points.length; k += 2) {
        const away = distance(x, y, points[k]!, points[k + 1]!, points[k + 2]!, points[k + 3]!);
        if (away < least) {
          least = away;
          found = i;
        }
      }
    }
    return found;
  }
}

function flatten(path: number[]): number[] {
  const points = [path[0]!, path[1]!];
  for (let i = 0; i + 7 < path.length; i += 6)
    for (let step = 1; step <= 10; step++) {
      const t = step / 10;
      const u = 1 - t;
      for (const axis of [0, 1])
        points.push(
          u * u * u * path[i + axis]! + 3 * u * u * t * path[i + 2 + axis]! +
            3 * u * t * t * path[i + 4 + axis]! + t * t * t * path[i + 6 + axis]!,
        );
    }
  return points;
}

function distance(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = dx * dx + dy * dy;
  const share = length ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length)) : 0;
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
}

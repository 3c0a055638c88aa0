// SPDX-License-Identifier: MIT
/** How each node and edge looks at the moment: colours, sizes, what stands out. */
import { inkOn, lineOf, mix, ramp } from "./colors";
import type { Model } from "./model";

export const STATUS_DASH = [[], [6, 4], [1.5, 4], [6, 4]];

/** Of what was added, removed, changed; on light and on dark ground. */
const CHANGES = [
  ["", ""],
  ["#1a7f37", "#57d279"],
  ["#cf222e", "#ff8a8a"],
  ["#b35900", "#f0a860"],
];

export class Look {
  readonly fill: string[] = [];
  readonly stroke: string[] = [];
  readonly ink: string[] = [];
  readonly scale: Float32Array;
  edgeColor: string[] = [];
  /** The same, paler where an edge is less sure: of its line, not of its words. */
  edgeLine: string[] = [];
  /** Nodes by importance, for their names when there is not room for all. */
  order: number[] = [];
  /** What stands out; null: nothing, all is as it is. */
  nodes: Set<number> | null = null;
  edges: Set<number> | null = null;

  constructor(private readonly model: Model) {
    this.scale = new Float32Array(model.count).fill(1);
  }

  private values(measure: string): (number | null)[] | null {
    return measure === "degree"
      ? [...this.model.degree]
      : (this.model.data.measures[measure] ?? null);
  }

  update(size: string, color: string, dark: boolean, paper: string): void {
    const { nodes, nodeTypes, edges, edgeTypes } = this.model.data;
    const sizes = this.values(size);
    const most = largest(sizes);
    this.colorNodes(color, dark, paper);
    for (let i = 0; i < this.model.count; i++)
      this.scale[i] = sizes ? 0.6 + 1.4 * Math.sqrt(Math.max(sizes[i] ?? 0, 0) / most) : 1;
    this.edgeColor = edges.type.map((_, i) => {
      const from = edges.from[i]!;
      const change = CHANGES[edges.change?.[i] ?? 0]![dark ? 1 : 0]!;
      if (change) return change;
      if (edges.status[i] === 3) return dark ? "#f2a0a0" : "#9c2a2a";
      const hue = color === "type" ? nodeTypes[nodes.type[from]!]!.color : this.fill[from]!;
      return lineOf(hue, dark);
    });
    this.edgeLine = this.edgeColor.map((line, i) => sure(line, edges.confidence, i, paper));
    this.widths = edgeTypes.map((type) => (type.style === "bold" ? 2.4 : 1.2));
    const rank = sizes ?? [...this.model.degree];
    this.order = rank.map((_, i) => i).sort((a, b) => (rank[b] ?? -1) - (rank[a] ?? -1) || a - b);
  }

  private widths: number[] = [];

  /** Of an edge's line: as wide as what it tells of is large, else as its type says. */
  width(edge: number): number {
    const { edges } = this.model.data;
    return edges.width?.[edge] ?? this.widths[edges.type[edge]!]!;
  }

  private colorNodes(color: string, dark: boolean, paper: string): void {
    const { nodes, nodeTypes, groups, groupColors } = this.model.data;
    const values = color === "type" || color === "group" ? null : this.values(color);
    const most = largest(values);
    for (let i = 0; i < this.model.count; i++) {
      let fill = nodeTypes[nodes.type[i]!]!.color;
      if (color === "group" && groups) fill = groupColors[(groups[i]! - 1) % groupColors.length]!;
      else if (values) fill = ramp(Math.max(values[i] ?? 0, 0) / most);
      this.fill[i] = sure(fill, nodes.confidence, i, paper);
      this.stroke[i] = CHANGES[nodes.change?.[i] ?? 0]![dark ? 1 : 0]! || lineOf(fill, dark);
      this.ink[i] = inkOn(this.fill[i]!);
    }
  }

  halfWidth(node: number): number {
    return (this.model.data.nodes.width[node]! / 2) * this.scale[node]!;
  }

  halfHeight(node: number): number {
    return (this.model.data.nodes.height[node]! / 2) * this.scale[node]!;
  }

  isFaded(node: number): boolean {
    return this.nodes !== null && !this.nodes.has(node);
  }

  isEdgeFaded(edge: number): boolean {
    return this.edges !== null && !this.edges.has(edge);
  }
}

/** As an opacity of what the confidence says would look on the paper. */
function sure(color: string, confidence: number[] | 0, index: number, paper: string): string {
  const share = confidence ? confidence[index]! : 1;
  return share < 1 ? mix(color, paper, 0.75 * (1 - share)) : color;
}

function largest(values: (number | null)[] | null): number {
  let most = 0;
  for (const value of values ?? []) if (value !== null && value > most) most = value;
  return most || 1;
}

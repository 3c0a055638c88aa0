// SPDX-License-Identifier: MIT
/** The graph: what is tied to what, what the filters leave, what a word finds, how two are tied. */
import type { Data } from "./data";

export interface Filters {
  nodeTypes: Set<number>; // hidden ones, as in all sets here
  edgeTypes: Set<number>;
  statuses: Set<number>;
  sources: Set<number>;
  confidence: number; // at least
  day: number | null; // null: all times
}

export function noFilters(): Filters {
  return {
    nodeTypes: new Set(),
    edgeTypes: new Set(),
    statuses: new Set(),
    sources: new Set(),
    confidence: 0,
    day: null,
  };
}

export interface Step {
  edge: number;
  from: number;
  to: number;
}

export class Model {
  readonly data: Data;
  readonly count: number;
  readonly edgeCount: number;
  readonly degree: Uint32Array;
  /** 1: shown */
  readonly nodeShown: Uint8Array;
  readonly edgeShown: Uint8Array;
  private readonly starts: Uint32Array;
  private readonly incident: Uint32Array;
  private folded: string[] | null = null;

  constructor(data: Data) {
    this.data = data;
    this.count = data.nodes.id.length;
    this.edgeCount = data.edges.from.length;
    this.nodeShown = new Uint8Array(this.count).fill(1);
    this.edgeShown = new Uint8Array(this.edgeCount).fill(1);
    this.degree = new Uint32Array(this.count);
    this.starts = new Uint32Array(this.count + 1);
    this.incident = new Uint32Array(2 * this.edgeCount);
    this.tie();
  }

  private tie(): void {
    const { from, to } = this.data.edges;
    for (let i = 0; i < this.edgeCount; i++) {
      this.degree[from[i]!]!++;
      if (from[i] !== to[i]) this.degree[to[i]!]!++;
    }
    for (let i = 0; i < this.count; i++) this.starts[i + 1] = this.starts[i]! + this.degree[i]!;
    const next = this.starts.slice();
    for (let i = 0; i < this.edgeCount; i++) {
      this.incident[next[from[i]!]!++] = i;
      if (from[i] !== to[i]) this.incident[next[to[i]!]!++] = i;
    }
  }

  /** All edges of a node, shown or not. */
  edgesOf(node: number): Uint32Array {
    return this.incident.subarray(this.starts[node], this.starts[node + 1]);
  }

  otherEnd(edge: number, node: number): number {
    const { from, to } = this.data.edges;
    return from[edge] === node ? to[edge]! : from[edge]!;
  }

  neighbours(node: number): number[] {
    const found = new Set<number>();
    for (const edge of this.edgesOf(node))
      if (this.edgeShown[edge]) found.add(this.otherEnd(edge, node));
    found.delete(node);
    return [...found];
  }

  find(id: string): number {
    return this.data.nodes.id.indexOf(id);
  }

  /** As the program's filters have it: an edge that is shown shows its ends too. */
  apply(filters: Filters): void {
    const { nodes, edges } = this.data;
    this.nodeShown.fill(0);
    for (let i = 0; i < this.edgeCount; i++) {
      const from = edges.from[i]!;
      const to = edges.to[i]!;
      const shown =
        !filters.nodeTypes.has(nodes.type[from]!) &&
        !filters.nodeTypes.has(nodes.type[to]!) &&
        !filters.edgeTypes.has(edges.type[i]!) &&
        stands(edges, i, filters);
      this.edgeShown[i] = shown ? 1 : 0;
      if (shown) this.nodeShown[from] = this.nodeShown[to] = 1;
    }
    for (let i = 0; i < this.count; i++)
      if (!filters.nodeTypes.has(nodes.type[i]!) && stands(nodes, i, filters)) this.nodeShown[i] = 1;
  }

  shownCounts(): [number, number] {
    const sum = (all: Uint8Array): number => all.reduce((total, one) => total + one, 0);
    return [sum(this.nodeShown), sum(this.edgeShown)];
  }

  /** Nodes whose names, aliases, ids or quotes have the words, those by name first. */
  search(query: string, most: number): number[] {
    const wanted = fold(query).trim();
    if (!wanted) return [];
    this.folded ??= this.data.nodes.name.map(fold);
    const first: number[] = [];
    const later: number[] = [];
    for (let i = 0; i < this.count && first.length < most; i++) {
      if (this.folded[i]!.includes(wanted)) first.push(i);
      else if (later.length < most && this.hasWords(i, wanted)) later.push(i);
    }
    const rank = (node: number): number =>
      (this.folded![node]!.startsWith(wanted) ? 0 : 1e9) - this.degree[node]!;
    first.sort((a, b) => rank(a) - rank(b));
    return [...first, ...later].slice(0, most);
  }

  private hasWords(node: number, wanted: string): boolean {
    const { nodes, edges } = this.data;
    const facts = nodes.facts[node];
    if (fold(nodes.id[node]!).includes(wanted)) return true;
    if (facts && facts.aliases?.some((alias) => fold(alias).includes(wanted))) return true;
    const quoted = (of: typeof facts): boolean =>
      !!of && !!of.evidence?.some((piece) => fold(piece[1]).includes(wanted));
    if (quoted(facts)) return true;
    for (const edge of this.edgesOf(node))
      if (edges.from[edge] === node && quoted(edges.facts[edge])) return true;
    return false;
  }

  /** A shortest way along shown edges, whatever their direction; null: there is none. */
  path(from: number, to: number): Step[] | null {
    const by = new Int32Array(this.count).fill(-1);
    const queue = [from];
    by[from] = -2;
    for (let at = 0; at < queue.length && by[to] === -1; at++) {
      const node = queue[at]!;
      for (const edge of this.edgesOf(node)) {
        const other = this.otherEnd(edge, node);
        if (!this.edgeShown[edge] || by[other] !== -1) continue;
        by[other] = edge;
        queue.push(other);
      }
    }
    if (by[to] === -1) return null;
    const steps: Step[] = [];
    for (let node = to; node !== from; ) {
      const edge = by[node]!;
      const before = this.otherEnd(edge, node);
      steps.unshift({ edge, from: before, to: node });
      node = before;
    }
    return steps;
  }
}

function stands(facts: Data["nodes"] | Data["edges"], index: number, filters: Filters): boolean {
  if (filters.statuses.has(facts.status[index]!)) return false;
  if (facts.confidence && facts.confidence[index]! < filters.confidence) return false;
  if (filters.day !== null && !holds(facts, index, filters.day)) return false;
  const of = facts.facts[index];
  if (!filters.sources.size || !of || !of.evidence?.length) return true;
  return of.evidence.some((piece) => !filters.sources.has(piece[0]));
}

function holds(facts: Data["nodes"] | Data["edges"], index: number, day: number): boolean {
  const first = facts.first[index] ?? null;
  const last = facts.last[index] ?? null;
  return (first === null || day >= first) && (last === null || day <= last);
}

/** Without case and marks, so that "Prime" finds "prime" and "Musee" finds "Musée". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

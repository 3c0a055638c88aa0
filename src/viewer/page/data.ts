// SPDX-License-Identifier: MIT
/** What the program puts into the page: columns, one value a node or an edge. */

/** [source's number, quote, first and last code point in the source's text; both 0: not found] */
export type Evidence = [number, string, number, number];

/** What few facts have; left out where there is nothing. */
export interface Facts {
  aliases?: string[];
  details?: string; // sums, dates, as on the picture
  note?: string;
  more?: [string, string][]; // other keys and their values
  evidence?: Evidence[];
}

export interface Source {
  id: string;
  title: string;
  publisher?: string;
  published?: string;
  url?: string;
  reliability?: string;
  text?: string;
}

export interface NodeType {
  name: string;
  label: string;
  color: string;
  shape: string;
}

export interface EdgeType {
  name: string;
  label: string;
  symmetric: boolean;
  style: string;
}

interface Common {
  type: number[];
  status: number[];
  confidence: number[] | 0; // 0: all are sure
  first: (number | null)[]; // days since 1970 between which it holds; null: no bound
  last: (number | null)[];
  change?: number[]; // of a difference: 0 the same, 1 added, 2 removed, 3 changed
  facts: (Facts | 0)[];
}

export interface Nodes extends Common {
  id: string[];
  name: string[];
  x: number[];
  y: number[];
  width: number[];
  height: number[];
  lines: (string[] | 0)[]; // the name as it is broken on the picture; 0: not broken
  small: (string[] | 0)[]; // what stands under it, in smaller letters
}

export interface Edges extends Common {
  from: number[];
  to: number[];
  path?: number[][]; // Bezier points: x, y, and three more points for each further part
  width?: number[]; // of its line, where it says something
  label?: ([number, number] | 0)[]; // where the label's middle is; 0: none is shown
}

export interface Data {
  title: string;
  subtitle: string;
  statuses: string[];
  nodeTypes: NodeType[];
  edgeTypes: EdgeType[];
  sources: Source[];
  nodes: Nodes;
  edges: Edges;
  measures: Record<string, (number | null)[]>; // by node
  groups: number[] | 0; // by node, from 1; 0: it is in none
  groupColors: string[];
}

export function readData(): Data {
  const element = document.getElementById("data");
  if (!element) throw new Error("the page has no data");
  return JSON.parse(element.textContent) as Data;
}

/** The text between two code points, in UTF-16 places. */
export function placesOf(text: string, first: number, last: number): [number, number] {
  let at = 0;
  let start = text.length;
  let count = 0;
  for (const letter of text) {
    if (count === first) start = at;
    if (count === last) return [start, at];
    at += letter.length;
    count++;
  }
  return [Math.min(start, at), at];
}

const DAY = 86400000;

export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function dayOf(text: string): number | null {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

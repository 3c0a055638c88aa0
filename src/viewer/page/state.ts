// SPDX-License-Identifier: MIT
/** What is looked at, as the part of the address after "#", so that a link leads back to it. */
import { dayOf, dayText } from "./data";
import { noFilters, type Filters } from "./model";

export interface Place {
  x: number;
  y: number;
  k: number;
}

export interface State {
  node: string | null;
  edge: number | null;
  filters: Filters;
  size: string;
  color: string;
  place: Place | null;
}

export function noState(): State {
  return { node: null, edge: null, filters: noFilters(), size: "", color: "type", place: null };
}

const SETS = [
  ["nodeTypes", "types"],
  ["edgeTypes", "relations"],
  ["statuses", "statuses"],
  ["sources", "sources"],
] as const;

export function writeState(state: State): string {
  const words = new URLSearchParams();
  if (state.node !== null) words.set("node", state.node);
  if (state.edge !== null) words.set("edge", String(state.edge));
  for (const [key, name] of SETS) {
    const hidden = [...state.filters[key]].sort((a, b) => a - b);
    if (hidden.length) words.set(name, hidden.join("."));
  }
  if (state.filters.confidence > 0) words.set("confidence", String(state.filters.confidence));
  if (state.filters.day !== null) words.set("day", dayText(state.filters.day));
  if (state.size) words.set("size", state.size);
  if (state.color !== "type") words.set("color", state.color);
  if (state.place)
    words.set(
      "at",
      [state.place.x.toFixed(0), state.place.y.toFixed(0), state.place.k.toFixed(3)].join(","),
    );
  return words.toString();
}

/** Whatever is not understood is left out. */
export function readState(text: string): State {
  const words = new URLSearchParams(text);
  const state = noState();
  state.node = words.get("node");
  const edge = words.get("edge");
  if (edge !== null && /^\d+$/.test(edge)) state.edge = Number(edge);
  for (const [key, name] of SETS)
    for (const part of (words.get(name) ?? "").split("."))
      if (/^\d+$/.test(part)) state.filters[key].add(Number(part));
  const confidence = Number(words.get("confidence"));
  if (confidence > 0 && confidence <= 1) state.filters.confidence = confidence;
  state.filters.day = dayOf(words.get("day") ?? "");
  state.size = words.get("size") ?? "";
  state.color = words.get("color") ?? "type";
  const at = (words.get("at") ?? "").split(",").map(Number);
  if (at.length === 3 && at.every(Number.isFinite) && at[2]! > 0)
    state.place = { x: at[0]!, y: at[1]!, k: at[2]! };
  return state;
}

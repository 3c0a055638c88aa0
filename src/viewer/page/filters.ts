// SPDX-License-Identifier: MIT
/** The boxes that say what is shown. */
import { dayText, type Data } from "./data";
import { button, byId, make } from "./dom";
import type { Filters } from "./model";

type Key = "nodeTypes" | "edgeTypes" | "statuses" | "sources";

function counts(values: number[], length: number): number[] {
  const found = new Array<number>(length).fill(0);
  for (const value of values) found[value]!++;
  return found;
}

export class FilterPanel {
  private readonly panel = byId("filters");
  private readonly opened = new Map<string, boolean>();

  constructor(
    private readonly data: Data,
    private readonly filters: () => Filters,
    private readonly changed: () => void,
  ) {}

  /** Builds the boxes anew, as the filters are. */
  show(): void {
    const { data } = this;
    const statuses = counts([...data.nodes.status, ...data.edges.status], data.statuses.length);
    const parts = [
      this.list("Types", "nodeTypes", data.nodeTypes.map((type) => type.label),
        counts(data.nodes.type, data.nodeTypes.length), data.nodeTypes.map((type) => type.color)),
      this.list("Relations", "edgeTypes", data.edgeTypes.map((type) => type.label),
        counts(data.edges.type, data.edgeTypes.length)),
      this.list("Statuses", "statuses", data.statuses, statuses),
      this.list("Sources", "sources", data.sources.map((source) => source.title), this.cited()),
      this.confidence(),
      this.day(),
    ];
    this.panel.replaceChildren(...parts.filter((part) => part !== null));
  }

  private cited(): number[] {
    const found = new Array<number>(this.data.sources.length).fill(0);
    for (const facts of [...this.data.nodes.facts, ...this.data.edges.facts])
      if (facts) for (const piece of facts.evidence ?? []) found[piece[0]]!++;
    return found;
  }

  private list(
    title: string, key: Key, names: string[], numbers: number[], colors?: string[],
  ): HTMLElement | null {
    const used = names.map((_, i) => i).filter((i) => numbers[i]! > 0);
    if (used.length < 2) return null;
    used.sort((a, b) => numbers[b]! - numbers[a]! || names[a]!.localeCompare(names[b]!));
    const open = this.opened.get(title) ?? used.length <= 16;
    const field = make("details", open ? { open: "" } : {},
      make("summary", {}, title),
      make("p", { class: "all" },
        button("all", () => { this.setAll(key, []); }, `${title}: all`),
        button("none", () => { this.setAll(key, used); }, `${title}: none`)));
    field.addEventListener("toggle", () => { this.opened.set(title, field.open); });
    for (const i of used) field.append(this.box(key, i, names[i]!, numbers[i]!, colors?.[i]));
    return field;
  }

  private setAll(key: Key, hidden: number[]): void {
    this.filters()[key] = new Set(hidden);
    this.changed();
    this.show();
  }

  private box(key: Key, index: number, name: string, count: number, color?: string): HTMLElement {
    const input = make("input", { type: "checkbox" });
    input.checked = !this.filters()[key].has(index);
    input.addEventListener("change", () => {
      if (input.checked) this.filters()[key].delete(index);
      else this.filters()[key].add(index);
      this.changed();
    });
    const label = make("label", {}, input);
    if (color) {
      const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
      swatch.style.background = color;
      label.append(swatch);
    }
    label.append(` ${name} `, make("span", { class: "count" }, String(count)));
    return label;
  }

  private confidence(): HTMLElement | null {
    const { nodes, edges } = this.data;
    if (!nodes.confidence && !edges.confidence) return null;
    const input = make("input", { type: "range", min: "0", max: "1", step: "0.05", id: "confidence" });
    input.value = String(this.filters().confidence);
    const told = make("output", { for: "confidence" }, input.value);
    input.addEventListener("input", () => {
      this.filters().confidence = Number(input.value);
      told.textContent = input.value;
      this.changed();
    });
    return make("p", { class: "range" },
      make("label", { for: "confidence" }, "Confidence at least "), told, input);
  }

  private days(): [number, number] | null {
    let first = Infinity;
    let last = -Infinity;
    for (const facts of [this.data.nodes, this.data.edges])
      for (const day of [...facts.first, ...facts.last])
        if (day !== null) {
          first = Math.min(first, day);
          last = Math.max(last, day);
        }
    return last > first ? [first, last] : null;
  }

  private day(): HTMLElement | null {
    const days = this.days();
    if (!days) return null;
    const { filters, changed } = this;
    const box = make("input", { type: "checkbox", id: "dated" });
    const input = make("input", {
      type: "range", min: String(days[0]), max: String(days[1]), step: "1", id: "day",
      "aria-label": "Date",
    });
    const told = make("output", { for: "day" });
    input.value = String(filters().day ?? days[1]);
    box.checked = filters().day !== null;
    const tell = (): void => {
      input.disabled = !box.checked;
      filters().day = box.checked ? Number(input.value) : null;
      const text = dayText(Number(input.value));
      told.textContent = box.checked ? text : "all times";
      input.setAttribute("aria-valuetext", text);
    };
    for (const element of [box, input])
      element.addEventListener("input", () => {
        tell();
        changed();
      });
    const day = filters().day;
    tell();
    filters().day = day;
    return make("p", { class: "range" },
      make("label", { for: "dated" }, box, " As of "), told, input);
  }
}

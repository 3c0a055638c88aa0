// SPDX-License-Identifier: MIT
/** What is known of a node or an edge, with its quotes, and the source text behind a quote. */
import { placesOf, type Evidence, type Facts } from "./data";
import { button, byId, make } from "./dom";
import { quoteLink } from "./links";
import type { Model, Step } from "./model";

export interface Actions {
  selectNode(node: number): void;
  selectEdge(edge: number): void;
  pathFrom(node: number): void;
  around(node: number): void;
}

export class Details {
  private readonly panel = byId("details");

  constructor(
    private readonly model: Model,
    private readonly act: Actions,
  ) {}

  clear(): void {
    this.panel.replaceChildren(
      make("p", { class: "hint" }, "Click a node or a line for its facts and their quotes. ",
        "/ searches, arrows go to neighbours, Enter centres, Esc lets go."),
    );
  }

  node(node: number): void {
    const { nodes, nodeTypes, statuses, measures, groups } = this.model.data;
    const facts = nodes.facts[node] || {};
    const type = nodeTypes[nodes.type[node]!]!;
    const status = nodes.status[node] ? `, ${statuses[nodes.status[node]]!}` : "";
    const numbers = Object.entries(measures)
      .map(([name, values]) => `${name} ${values[node] ?? "undefined"}`)
      .concat(groups && groups[node] ? [`group ${groups[node]}`] : [])
      .join(" · ");
    this.panel.replaceChildren(
      make("h2", { tabindex: "-1" }, nodes.name[node]!),
      make("p", { class: "what" }, `${type.label}${status}${this.sureness(nodes.confidence, node)}`),
      ...this.facts(facts),
      ...(numbers ? [make("p", { class: "numbers" }, numbers)] : []),
      make("p", { class: "actions" },
        button("Path to …", () => { this.act.pathFrom(node); }),
        button("Only around", () => { this.act.around(node); })),
      make("h3", {}, `Ties (${this.shownEdges(node).length})`),
      this.ties(node),
    );
  }

  edge(edge: number): void {
    const { edges, edgeTypes, statuses } = this.model.data;
    const type = edgeTypes[edges.type[edge]!]!;
    const status = edges.status[edge] ? statuses[edges.status[edge]]! : "";
    this.panel.replaceChildren(
      make("h2", { tabindex: "-1" }, this.nodeLink(edges.from[edge]!),
        ` — ${type.label} ${type.symmetric ? "—" : "→"} `, this.nodeLink(edges.to[edge]!)),
      make("p", { class: "what" }, [status, this.sureness(edges.confidence, edge).slice(2)]
        .filter(Boolean).join(", ")),
      ...this.facts(edges.facts[edge] || {}),
    );
  }

  path(steps: Step[], from: number, to: number): void {
    const { nodes } = this.model.data;
    const list = make("ol", { class: "steps" });
    for (const step of steps) {
      const item = make("li", {}, this.sentence(step.edge));
      for (const piece of (this.model.data.edges.facts[step.edge] || {}).evidence ?? [])
        item.append(this.quote(piece));
      list.append(item);
    }
    this.panel.replaceChildren(
      make("h2", { tabindex: "-1" }, `${nodes.name[from]!} … ${nodes.name[to]!}`),
      make("p", { class: "what" }, `a shortest path: ${steps.length} step${steps.length === 1 ? "" : "s"}`),
      list,
    );
  }

  message(text: string): void {
    this.panel.replaceChildren(make("p", { class: "hint" }, text));
  }

  focus(): void {
    this.panel.querySelector<HTMLElement>("h2")?.focus();
  }

  private sureness(confidence: number[] | 0, index: number): string {
    return confidence && confidence[index]! < 1 ? `, confidence ${confidence[index]!}` : "";
  }

  private shownEdges(node: number): number[] {
    return [...this.model.edgesOf(node)].filter((edge) => this.model.edgeShown[edge]);
  }

  private nodeLink(node: number): HTMLElement {
    const link = button(this.model.data.nodes.name[node]!, () => { this.act.selectNode(node); });
    link.className = "link";
    return link;
  }

  private sentence(edge: number): HTMLElement {
    const { edges, edgeTypes, statuses } = this.model.data;
    const type = edgeTypes[edges.type[edge]!]!;
    const link = button(type.label, () => { this.act.selectEdge(edge); });
    link.className = "link relation";
    const facts = edges.facts[edge] || {};
    const state = [edges.status[edge] ? statuses[edges.status[edge]]! : "", facts.details ?? ""]
      .filter(Boolean).join(", ");
    return make("span", {}, this.nodeLink(edges.from[edge]!), " ", link,
      type.symmetric ? " — " : " → ", this.nodeLink(edges.to[edge]!), state ? `, ${state}` : "");
  }

  private ties(node: number): HTMLElement {
    const list = make("ul", { class: "ties" });
    const edges = this.shownEdges(node);
    for (const edge of edges.slice(0, 300)) {
      const item = make("li", {}, this.sentence(edge));
      for (const piece of (this.model.data.edges.facts[edge] || {}).evidence ?? [])
        item.append(this.quote(piece));
      list.append(item);
    }
    if (edges.length > 300) list.append(make("li", {}, `and ${edges.length - 300} more`));
    return list;
  }

  private facts(facts: Facts): HTMLElement[] {
    const found: HTMLElement[] = [];
    if (facts.aliases?.length) found.push(make("p", {}, `also: ${facts.aliases.join(", ")}`));
    if (facts.details) found.push(make("p", {}, facts.details));
    if (facts.note) found.push(make("p", { class: "note" }, facts.note));
    for (const [key, value] of facts.more ?? []) found.push(make("p", { class: "more" }, `${key}: ${value}`));
    for (const piece of facts.evidence ?? []) found.push(this.quote(piece));
    return found;
  }

  private quote(piece: Evidence): HTMLElement {
    const [number, quote, first, last] = piece;
    const source = this.model.data.sources[number]!;
    const cite = [source.title, source.publisher, source.published].filter(Boolean).join(", ");
    const named = source.url
      ? make("a", { href: quoteLink(source.url, quote), target: "_blank", rel: "noopener noreferrer" }, cite)
      : cite;
    const element = make("blockquote", {}, `“${quote}”`, make("cite", {}, named));
    if (source.text !== undefined)
      element.append(button("in the text", () => { showText(source.title, source.text!, quote, first, last); }));
    return element;
  }
}

/** The source's text with the quote marked where it stands. */
function showText(title: string, text: string, quote: string, first: number, last: number): void {
  const dialog = byId<HTMLDialogElement>("text");
  let [start, end] = last > first ? placesOf(text, first, last) : [0, 0];
  if (end <= start && text.includes(quote)) {
    start = text.indexOf(quote);
    end = start + quote.length;
  }
  const mark = make("mark", {}, text.slice(start, end));
  dialog.replaceChildren(
    make("header", {}, make("h2", {}, title), button("Close", () => { dialog.close(); })),
    make("pre", { tabindex: "0" }, text.slice(0, start), mark, text.slice(end)),
  );
  dialog.showModal();
  mark.scrollIntoView({ block: "center" });
}

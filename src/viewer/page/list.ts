// SPDX-License-Identifier: MIT
/** Nodes and facts as tables, for the keyboard and for screen readers. */
import { button, byId, make } from "./dom";
import type { Actions } from "./details";
import type { Look } from "./look";
import type { Model } from "./model";

const ROWS = 200;

export class ListView {
  private readonly panel = byId("list");
  private rows = ROWS;

  constructor(
    private readonly model: Model,
    private readonly look: Look,
    private readonly act: Actions,
  ) {}

  show(): void {
    const { model } = this;
    const nodes = this.look.order.filter((node) => model.nodeShown[node]);
    const edges = [...model.edgeShown.keys()].filter((edge) => model.edgeShown[edge]);
    this.panel.replaceChildren(
      make("h2", { tabindex: "-1" }, `Nodes (${nodes.length})`),
      this.nodeTable(nodes),
      make("h2", {}, `Facts (${edges.length})`),
      this.edgeTable(edges),
    );
    if (Math.max(nodes.length, edges.length) > this.rows)
      this.panel.append(
        button("Show more", () => {
          this.rows += 5 * ROWS;
          this.show();
        }),
      );
  }

  private table(titles: string[], rows: (Node | string)[][], name: string): HTMLElement {
    const head = make("tr");
    for (const title of titles) head.append(make("th", { scope: "col" }, title));
    const body = make("tbody");
    for (const row of rows) body.append(make("tr", {}, ...row.map((cell) => make("td", {}, cell))));
    return make("table", { "aria-label": name }, make("thead", {}, head), body);
  }

  private nodeTable(nodes: number[]): HTMLElement {
    const { data, degree } = this.model;
    const names = Object.keys(data.measures).filter((name) => name !== "degree");
    const rows = nodes.slice(0, this.rows).map((node) => [
      button(data.nodes.name[node]!, () => { this.act.selectNode(node); }),
      data.nodeTypes[data.nodes.type[node]!]!.label,
      String(degree[node]!),
      ...names.map((name) => String(data.measures[name]![node] ?? "")),
    ]);
    return this.table(["Name", "Type", "Ties", ...names], rows, "Nodes");
  }

  private edgeTable(edges: number[]): HTMLElement {
    const { data } = this.model;
    const rows = edges.slice(0, this.rows).map((edge) => {
      const facts = data.edges.facts[edge] || {};
      const type = data.edgeTypes[data.edges.type[edge]!]!;
      return [
        data.nodes.name[data.edges.from[edge]!]!,
        button(type.label, () => { this.act.selectEdge(edge); }),
        data.nodes.name[data.edges.to[edge]!]!,
        data.statuses[data.edges.status[edge]!]!,
        facts.details ?? "",
        String(facts.evidence?.length ?? 0),
      ];
    });
    return this.table(["From", "Relation", "To", "Status", "When, how much", "Quotes"], rows, "Facts");
  }
}

// SPDX-License-Identifier: MIT
/** The page: what is selected, what is shown, what keys do. */
import "./notice";
import { CanvasView } from "./canvas";
import { readData } from "./data";
import { Details, type Actions } from "./details";
import { button, byId, make, save } from "./dom";
import { FilterPanel } from "./filters";
import { ListView } from "./list";
import { Look } from "./look";
import { Model } from "./model";
import { Painter } from "./draw";
import { noFilters, type Step } from "./model";
import { readState, writeState, type State } from "./state";
import { boundsOf, svgOf } from "./svg";

class Page implements Actions {
  private readonly model = new Model(readData());
  private readonly look = new Look(this.model);
  private readonly canvas = byId<HTMLCanvasElement>("canvas");
  private readonly view = new CanvasView(this.canvas, this.model, this.look);
  private readonly details = new Details(this.model, this);
  private readonly list = new ListView(this.model, this.look, this);
  private readonly dark = window.matchMedia("(prefers-color-scheme: dark)");
  private state: State = readState(location.hash.slice(1));
  private node: number | null = null;
  private pathStart: number | null = null;
  private hovered: number | null = null;
  private written = "";
  private later = 0;
  private readonly filters = new FilterPanel(
    this.model.data,
    () => this.state.filters,
    () => { this.filtersChanged(); },
  );

  start(): void {
    this.buildTools();
    this.listen();
    this.take(this.state);
    document.body.dataset["ready"] = "yes";
  }

  /** Makes the page as the state says. */
  private take(state: State): void {
    this.state = state;
    this.model.apply(state.filters);
    this.filters.show();
    byId<HTMLSelectElement>("size").value = state.size;
    byId<HTMLSelectElement>("color").value = state.color;
    this.restyle();
    this.tell(); // before the canvas takes the room that is left
    this.view.resize();
    if (state.place) this.view.goTo(state.place);
    else this.view.fit();
    const node = state.node === null ? -1 : this.model.find(state.node);
    if (node >= 0) this.selectNode(node);
    else if (state.edge !== null && state.edge < this.model.edgeCount) this.selectEdge(state.edge);
    else this.letGo();
  }

  private restyle(): void {
    const style = getComputedStyle(document.body);
    this.view.painter.paper = style.getPropertyValue("--paper").trim();
    this.view.painter.ink = style.getPropertyValue("--ink").trim();
    const { paper } = this.view.painter;
    this.look.update(this.state.size, this.state.color, this.dark.matches, paper);
    this.view.redraw();
  }

  private filtersChanged(): void {
    this.model.apply(this.state.filters);
    if (this.node !== null && this.model.nodeShown[this.node]) this.selectNode(this.node);
    else this.letGo();
    this.tell();
  }

  private tell(): void {
    const [nodes, edges] = this.model.shownCounts();
    byId("status").textContent =
      `${nodes} of ${this.model.count} nodes, ${edges} of ${this.model.edgeCount} edges`;
    if (!byId("list").hidden) this.list.show();
  }

  /** The address follows, but not at every pixel. */
  private remember(): void {
    clearTimeout(this.later);
    this.later = window.setTimeout(() => {
      this.state.place = this.view.place();
      this.written = writeState(this.state);
      history.replaceState(null, "", `#${this.written}`);
    }, 150);
  }

  private highlight(nodes: Iterable<number> | null, edges: Iterable<number>): void {
    this.look.nodes = nodes ? new Set(nodes) : null;
    this.look.edges = nodes ? new Set(edges) : null;
    this.view.redraw();
  }

  private highlightNode(node: number): void {
    const edges = [...this.model.edgesOf(node)].filter((edge) => this.model.edgeShown[edge]);
    this.highlight([node, ...this.model.neighbours(node)], edges);
  }

  selectNode(node: number): void {
    if (this.pathStart !== null && this.pathStart !== node) {
      this.showPath(this.pathStart, node);
      return;
    }
    this.node = node;
    this.state.node = this.model.data.nodes.id[node]!;
    this.state.edge = null;
    this.details.node(node);
    this.highlightNode(node);
    if (!this.view.sees(node)) this.view.centre(node);
    this.remember();
  }

  selectEdge(edge: number): void {
    const { from, to } = this.model.data.edges;
    this.node = null;
    this.state.node = null;
    this.state.edge = edge;
    this.details.edge(edge);
    this.highlight([from[edge]!, to[edge]!], [edge]);
    this.remember();
  }

  private letGo(): void {
    this.node = null;
    this.pathStart = null;
    this.state.node = null;
    this.state.edge = null;
    this.details.clear();
    this.highlight(null, []);
    this.remember();
  }

  pathFrom(node: number): void {
    this.pathStart = node;
    this.details.message(
      `Now click, or search for, the node to find a path to from ${this.model.data.nodes.name[node]!}. Esc gives up.`,
    );
  }

  private showPath(from: number, to: number): void {
    const steps: Step[] | null = this.model.path(from, to);
    this.pathStart = null;
    this.node = to;
    if (!steps) {
      this.details.message(
        `No path leads from ${this.model.data.nodes.name[from]!} to ${this.model.data.nodes.name[to]!} in what is shown.`,
      );
      return;
    }
    this.highlight([from, ...steps.map((step) => step.to)], steps.map((step) => step.edge));
    this.details.path(steps, from, to);
    this.details.focus();
  }

  around(node: number): void {
    const { nodes } = this.model.data;
    const near = [node, ...this.model.neighbours(node)];
    const xs = near.map((one) => nodes.x[one]!);
    const ys = near.map((one) => nodes.y[one]!);
    const box = this.canvas.getBoundingClientRect();
    const width = Math.max(...xs) - Math.min(...xs) + 200;
    const height = Math.max(...ys) - Math.min(...ys) + 120;
    this.view.goTo({
      x: (Math.max(...xs) + Math.min(...xs)) / 2,
      y: (Math.max(...ys) + Math.min(...ys)) / 2,
      k: Math.min(box.width / width, box.height / height, 2),
    });
  }

  private buildTools(): void {
    const { data } = this.model;
    const names = ["degree", ...Object.keys(data.measures).filter((name) => name !== "degree")];
    const size = byId<HTMLSelectElement>("size");
    const color = byId<HTMLSelectElement>("color");
    size.append(make("option", { value: "" }, "alike"));
    color.append(make("option", { value: "type" }, "type"));
    if (data.groups) color.append(make("option", { value: "group" }, "group"));
    for (const name of names) {
      size.append(make("option", { value: name }, name));
      color.append(make("option", { value: name }, name));
    }
    size.addEventListener("change", () => { this.setStyle("size", size.value); });
    color.addEventListener("change", () => { this.setStyle("color", color.value); });
    byId("tools").append(
      button("+", () => { this.view.zoomBy(1.4); }, "Zoom in"),
      button("−", () => { this.view.zoomBy(1 / 1.4); }, "Zoom out"),
      button("Fit", () => { this.view.fit(); }, "Fit all"),
      button("List", () => { this.toggleList(); }, "List of nodes and facts"),
      button("Reset", () => { this.take({ ...readState(""), filters: noFilters() }); }),
      button("SVG", () => { this.saveSvg(); }, "Save as SVG"),
      button("PNG", () => { this.savePng(); }, "Save as PNG"),
    );
  }

  private setStyle(key: "size" | "color", value: string): void {
    this.state[key] = value;
    this.restyle();
    this.tell();
    this.remember();
  }

  private toggleList(): void {
    const panel = byId("list");
    panel.hidden = !panel.hidden;
    this.canvas.hidden = !panel.hidden;
    if (!panel.hidden) {
      this.list.show();
      panel.querySelector<HTMLElement>("h2")?.focus();
    } else {
      this.view.resize();
      this.canvas.focus();
    }
  }

  private fileName(ending: string): string {
    const name = this.model.data.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    return `${name.slice(0, 60) || "graph"}.${ending}`;
  }

  private saveSvg(): void {
    const text = svgOf(this.model, this.look, this.view.painter.paper);
    save(this.fileName("svg"), new Blob([text], { type: "image/svg+xml" }));
  }

  private savePng(): void {
    const bounds = boundsOf(this.model, this.look);
    const k = Math.min(2, 8000 / Math.max(bounds.width, bounds.height));
    const canvas = make("canvas", {
      width: String(Math.ceil(bounds.width * k)),
      height: String(Math.ceil(bounds.height * k)),
    });
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) return;
    const painter = new Painter(this.model, this.look);
    painter.paper = this.view.painter.paper;
    painter.ink = this.view.painter.ink;
    painter.paint(
      context,
      { x: -bounds.x * k, y: -bounds.y * k, k, width: canvas.width, height: canvas.height },
      1,
    );
    canvas.toBlob((blob) => {
      if (blob) save(this.fileName("png"), blob);
    });
  }

  private listen(): void {
    const { canvas, view } = this;
    view.onMove = () => { this.remember(); };
    new ResizeObserver(() => { view.resize(); }).observe(canvas);
    canvas.addEventListener("click", (event) => { this.click(event.clientX, event.clientY); });
    canvas.addEventListener("pointermove", (event) => {
      if (event.buttons === 0) this.hover(event.clientX, event.clientY);
    });
    canvas.addEventListener("pointerleave", () => { this.hoverNode(null); });
    document.addEventListener("keydown", (event) => { this.key(event); });
    this.dark.addEventListener("change", () => { this.restyle(); });
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== this.written) this.take(readState(location.hash.slice(1)));
    });
    this.listenToSearch();
  }

  private click(x: number, y: number): void {
    const node = this.view.nodeAt(x, y);
    if (node !== null) {
      this.selectNode(node);
      return;
    }
    const edge = this.view.edgeAt(x, y);
    if (edge !== null) this.selectEdge(edge);
    else this.letGo();
  }

  private hover(x: number, y: number): void {
    this.hoverNode(this.view.nodeAt(x, y));
  }

  /** Neighbours stand out while the hand is over a node and nothing is selected. */
  private hoverNode(node: number | null): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.canvas.title = node === null ? "" : this.model.data.nodes.name[node]!;
    this.canvas.classList.toggle("over", node !== null);
    if (this.node !== null || this.state.edge !== null || this.pathStart !== null) return;
    if (node === null) this.highlight(null, []);
    else this.highlightNode(node);
  }

  private listenToSearch(): void {
    const input = byId<HTMLInputElement>("search");
    const results = byId("results");
    const close = (): void => {
      results.replaceChildren();
      input.setAttribute("aria-expanded", "false");
    };
    const choose = (node: number): void => {
      close();
      input.value = "";
      this.selectNode(node);
      this.view.centre(node);
      this.details.focus();
    };
    input.addEventListener("input", () => {
      const found = this.model.search(input.value, 12);
      results.replaceChildren(
        ...found.map((node) => {
          const item = button(this.model.data.nodes.name[node]!, () => { choose(node); });
          item.append(make("small", {}, this.model.data.nodeTypes[this.model.data.nodes.type[node]!]!.label));
          return make("li", {}, item);
        }),
      );
      if (input.value.trim() && found.length === 0) results.append(make("li", {}, "nothing found"));
      input.setAttribute("aria-expanded", String(results.childElementCount > 0));
    });
    const move = (event: KeyboardEvent): void => {
      const items = [...results.querySelectorAll<HTMLElement>("button")];
      const at = items.indexOf(document.activeElement as HTMLElement);
      if (event.key === "ArrowDown") items[Math.min(at + 1, items.length - 1)]?.focus();
      else if (event.key === "ArrowUp") (items[at - 1] ?? input).focus();
      else if (event.key === "Enter" && document.activeElement === input) items[0]?.click();
      else if (event.key === "Escape") {
        input.value = "";
        close();
        this.canvas.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    input.addEventListener("keydown", move);
    results.addEventListener("keydown", move);
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || byId<HTMLDialogElement>("text").open) return;
    if (event.key === "/" && !typing) byId("search").focus();
    else if (event.key === "Escape") this.letGo();
    else if (target !== this.canvas) return;
    else if (event.key === "Enter" && this.node !== null) this.view.centre(this.node);
    else if (event.key === "Enter") this.selectNode(this.look.order.find((node) => this.model.nodeShown[node]) ?? 0);
    else if (event.key === "+" || event.key === "=") this.view.zoomBy(1.4);
    else if (event.key === "-") this.view.zoomBy(1 / 1.4);
    else if (event.key === "0") this.view.fit();
    else if (event.key.startsWith("Arrow")) this.arrow(event.key);
    else return;
    event.preventDefault();
  }

  /** To the neighbour in that direction; with nothing selected the picture moves. */
  private arrow(key: string): void {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!way) return;
    const [dx, dy] = way as [number, number];
    if (this.node === null) {
      this.view.panBy(-80 * dx, -80 * dy);
      return;
    }
    const { nodes } = this.model.data;
    const here = this.node;
    let best: number | null = null;
    let least = Infinity;
    for (const other of this.model.neighbours(here)) {
      const x = nodes.x[other]! - nodes.x[here]!;
      const y = nodes.y[other]! - nodes.y[here]!;
      const ahead = x * dx + y * dy;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * dy - y * dx);
      if (ahead > 0 && cost < least) {
        least = cost;
        best = other;
      }
    }
    if (best !== null) this.selectNode(best);
  }
}

new Page().start();

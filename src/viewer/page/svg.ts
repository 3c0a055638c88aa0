// SPDX-License-Identifier: MIT
/** What is shown as SVG text. */
import { corners, rounding } from "./shapes";
import { STATUS_DASH, type Look } from "./look";
import type { Model } from "./model";

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Of the nodes shown and their edges. */
export function boundsOf(model: Model, look: Look): Bounds {
  const { nodes, edges } = model.data;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number): void => {
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  };
  for (let i = 0; i < model.count; i++) {
    if (!model.nodeShown[i]) continue;
    take(nodes.x[i]! - look.halfWidth(i), nodes.y[i]! - look.halfHeight(i));
    take(nodes.x[i]! + look.halfWidth(i), nodes.y[i]! + look.halfHeight(i));
  }
  edges.path?.forEach((path, edge) => {
    if (model.edgeShown[edge])
      for (let i = 0; i + 1 < path.length; i += 2) take(path[i]!, path[i + 1]!);
  });
  if (x0 > x1) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: x0 - 12, y: y0 - 12, width: x1 - x0 + 24, height: y1 - y0 + 24 };
}

function edgeSvg(model: Model, look: Look, edge: number): string {
  const { nodes, edges, edgeTypes } = model.data;
  const path = edges.path?.[edge];
  const from = edges.from[edge]!;
  const to = edges.to[edge]!;
  let d = `M${round(nodes.x[from]!)},${round(nodes.y[from]!)}L${round(nodes.x[to]!)},${round(nodes.y[to]!)}`;
  if (path && path.length >= 8)
    d = `M${path.slice(0, 2).map(round).join(",")}C${path.slice(2).map(round).join(" ")}`;
  const type = edgeTypes[edges.type[edge]!]!;
  const dash = STATUS_DASH[edges.status[edge]!]!.join(" ");
  return (
    `<path d="${d}" fill="none" stroke="${look.edgeLine[edge]!}" stroke-width="${look.width(edge)}"` +
    `${dash ? ` stroke-dasharray="${dash}"` : ""}${type.symmetric ? "" : ' marker-end="url(#tip)"'}>` +
    `<title>${escapeXml(`${nodes.name[from]!} — ${type.label} → ${nodes.name[to]!}`)}</title></path>`
  );
}

function nodeSvg(model: Model, look: Look, node: number): string {
  const { nodes, nodeTypes } = model.data;
  const [x, y] = [nodes.x[node]!, nodes.y[node]!];
  const [halfX, halfY] = [look.halfWidth(node), look.halfHeight(node)];
  const shape = nodeTypes[nodes.type[node]!]!.shape;
  const polygon = corners(shape, halfX, halfY);
  const dash = STATUS_DASH[nodes.status[node]!]!.join(" ");
  const paint = `fill="${look.fill[node]!}" stroke="${look.stroke[node]!}"${dash ? ` stroke-dasharray="${dash}"` : ""}`;
  const body = !polygon
    ? `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(halfX)}" ry="${round(halfY)}" ${paint}/>`
    : rounding(shape)
      ? `<rect x="${round(x - halfX)}" y="${round(y - halfY)}" width="${round(2 * halfX)}" height="${round(2 * halfY)}" rx="${rounding(shape)}" ${paint}/>`
      : `<polygon points="${polygon.map(([px, py]) => `${round(x + px)},${round(y + py)}`).join(" ")}" ${paint}/>`;
  const lines = nodes.lines[node] || [nodes.name[node]!];
  const small = nodes.small[node] || [];
  const scale = look.scale[node]!;
  let top = y - ((lines.length * 14.4 + small.length * 12) / 2) * scale;
  const text = (line: string, size: number): string => {
    top += 1.2 * size * scale;
    return `<text x="${round(x)}" y="${round(top - 0.32 * size * scale)}" font-size="${round(size * scale)}" fill="${look.ink[node]!}">${escapeXml(line)}</text>`;
  };
  const texts = [...lines.map((line) => text(line, 12)), ...small.map((line) => text(line, 10))];
  return `<g><title>${escapeXml(nodes.name[node]!)}</title>${body}${texts.join("")}</g>`;
}

export function svgOf(model: Model, look: Look, paper: string): string {
  const bounds = boundsOf(model, look);
  const edges: string[] = [];
  const nodes: string[] = [];
  for (let i = 0; i < model.edgeCount; i++)
    if (model.edgeShown[i]) edges.push(edgeSvg(model, look, i));
  for (let i = 0; i < model.count; i++) if (model.nodeShown[i]) nodes.push(nodeSvg(model, look, i));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[bounds.x, bounds.y, bounds.width, bounds.height].map(round).join(" ")}" width="${round(bounds.width)}" height="${round(bounds.height)}" font-family="Helvetica, Arial, sans-serif" text-anchor="middle">`,
    `<title>${escapeXml(model.data.title)}</title>`,
    '<defs><marker id="tip" viewBox="0 0 9 7" refX="9" refY="3.5" markerWidth="9" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0L9,3.5L0,7z" fill="#666666"/></marker></defs>',
    `<rect x="${round(bounds.x)}" y="${round(bounds.y)}" width="${round(bounds.width)}" height="${round(bounds.height)}" fill="${paper}"/>`,
    ...edges,
    ...nodes,
    "</svg>",
  ].join("\n");
}

// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { inkOn, mix } from "../page/colors";
import { Look } from "../page/look";
import { Model } from "../page/model";
import { corners } from "../page/shapes";
import { boundsOf, escapeXml, svgOf } from "../page/svg";
import { small } from "./small";

test("colours", () => {
  assert.equal(mix("#000000", "#ffffff", 0.5), "#808080");
  assert.equal(inkOn("#eedd88"), "#111111");
  assert.equal(inkOn("#223344"), "#ffffff");
  assert.equal(mix("red", "#000000", 0), "#cccccc");
});

test("sizes follow the measure, undefined ones are small", () => {
  const model = new Model(small());
  const look = new Look(model);
  look.update("closeness", "type", false, "#ffffff");
  assert.ok(Math.abs(look.scale[4]! - 2) < 1e-6);
  assert.ok(Math.abs(look.scale[2]! - 0.6) < 1e-6);
  assert.equal(look.order[0], 4);
  look.update("", "type", false, "#ffffff");
  assert.ok(look.scale.every((scale) => scale === 1));
});

test("the less sure, the paler; widths as they are given", () => {
  const data = small();
  data.edges.confidence = [1, 0.5, 0, 1, 1];
  data.nodes.confidence = [1, 0, 1, 1, 1, 1];
  const look = new Look(new Model(data));
  look.update("", "type", false, "#ffffff");
  assert.equal(look.edgeLine[0], look.edgeColor[0]);
  assert.equal(look.edgeLine[1], mix(look.edgeColor[1]!, "#ffffff", 0.375));
  assert.equal(look.edgeLine[2], mix(look.edgeColor[2]!, "#ffffff", 0.75));
  assert.equal(look.fill[1], mix("#eedd88", "#ffffff", 0.75));
  assert.equal(look.width(1), 2.4);
  data.edges.width = [1, 7, 1, 1, 1];
  assert.equal(look.width(1), 7);
});

test("all outlines are inside of their box", () => {
  for (const shape of ["box", "diamond", "hexagon", "octagon", "parallelogram", "trapezium",
    "house", "pentagon", "note", "folder", "cylinder", "plain", "unheard of"])
    for (const [x, y] of corners(shape, 40, 20)!) {
      assert.ok(Math.abs(x) <= 40 && Math.abs(y) <= 20, shape);
    }
  assert.equal(corners("circle", 1, 1), null);
});

test("SVG: only what is shown, names escaped", () => {
  const model = new Model(small());
  const look = new Look(model);
  look.update("", "type", false, "#ffffff");
  model.nodeShown[1] = 0;
  model.edgeShown[0] = model.edgeShown[1] = 0;
  const svg = svgOf(model, look, "#ffffff");
  assert.equal(svg.match(/<g>/g)?.length, 5);
  assert.equal(svg.match(/<path d="M\d/g)?.length, 3 + 1); // one is the arrow's
  assert.ok(svg.includes("Fay &#60;b&#62;") && !svg.includes("<b>"));
  assert.equal(escapeXml(`"'&<>`), "&#34;&#39;&#38;&#60;&#62;");
  assert.deepEqual(boundsOf(model, look), { x: -42, y: -27, width: 384, height: 254 });
});

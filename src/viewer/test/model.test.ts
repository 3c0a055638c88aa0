// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { Model, fold, noFilters } from "../page/model";
import { small } from "./small";

const shown = (model: Model): string =>
  model.data.nodes.id.filter((_, i) => model.nodeShown[i]).join("");

test("ties and neighbours", () => {
  const model = new Model(small());
  assert.deepEqual([...model.degree], [2, 2, 2, 2, 2, 0]);
  assert.deepEqual(model.neighbours(0).sort(), [1, 4]);
  assert.deepEqual([...model.edgesOf(3)], [2, 4]);
});

test("paths: the shortest, along what is shown", () => {
  const model = new Model(small());
  assert.deepEqual(model.path(0, 3)?.map((step) => step.edge), [3, 4]);
  assert.deepEqual(model.path(3, 0)?.map((step) => [step.from, step.to]), [[3, 4], [4, 0]]);
  assert.equal(model.path(0, 5), null);
  assert.deepEqual(model.path(2, 2), []);
  const filters = noFilters();
  filters.day = 60; // e has gone
  model.apply(filters);
  assert.equal(model.path(0, 3), null);
});

test("filters", () => {
  const model = new Model(small());
  const filters = noFilters();
  filters.nodeTypes.add(0);
  model.apply(filters);
  assert.equal(shown(model), "bcef");
  assert.deepEqual([...model.edgeShown], [0, 1, 0, 0, 0]);
  filters.nodeTypes.clear();
  filters.statuses.add(1);
  filters.confidence = 0.5;
  model.apply(filters);
  assert.deepEqual([...model.edgeShown], [1, 1, 0, 1, 1]);
  filters.sources.add(1); // d rests on it alone, but is an end of what stands
  model.apply(filters);
  assert.equal(shown(model), "abcdef");
  filters.edgeTypes.add(0);
  model.apply(filters);
  assert.equal(shown(model), "abcef");
});

test("dates: what holds on a day", () => {
  const model = new Model(small());
  const filters = noFilters();
  filters.day = 15;
  model.apply(filters);
  assert.deepEqual([...model.edgeShown], [1, 1, 1, 1, 1]);
  filters.day = 51;
  model.apply(filters);
  assert.equal(shown(model), "abcdf");
  assert.deepEqual([...model.edgeShown], [1, 0, 1, 0, 0]);
  assert.deepEqual(model.shownCounts(), [5, 2]);
});

test("search: names first, then aliases, ids, quotes; without case and marks", () => {
  const model = new Model(small());
  const names = (query: string): string[] =>
    model.search(query, 9).map((node) => model.data.nodes.id[node]!);
  assert.deepEqual(names("chloe"), ["c"]);
  assert.deepEqual(names("mrs a"), ["a"]);
  assert.deepEqual(names("FOURTH"), ["d"]);
  assert.deepEqual(names("treaties"), ["b"]);
  assert.deepEqual(names(" "), []);
  assert.equal(fold("ÅNGSTRÖM"), "angstrom");
});

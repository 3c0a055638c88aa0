// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, dayText, placesOf } from "../page/data";
import { noState, readState, writeState } from "../page/state";

test("a state comes back from its address", () => {
  const state = noState();
  state.node = "a & b=c#ü";
  state.filters.nodeTypes.add(3).add(11);
  state.filters.sources.add(0);
  state.filters.confidence = 0.35;
  state.filters.day = dayOf("2026-03-02");
  state.size = "betweenness";
  state.color = "group";
  state.place = { x: -12, y: 340, k: 1.25 };
  assert.deepEqual(readState(writeState(state)), state);
  assert.deepEqual(readState(""), noState());
  assert.equal(writeState(noState()), "");
});

test("addresses that nobody wrote", () => {
  const state = readState("edge=-1&types=1.x.2&confidence=9&day=soon&at=1,2&at=3&size=%E0%A4%A");
  assert.equal(state.edge, null);
  assert.deepEqual([...state.filters.nodeTypes], [1, 2]);
  assert.equal(state.filters.confidence, 0);
  assert.equal(state.filters.day, null);
  assert.equal(state.place, null);
});

test("code points are not UTF-16 units", () => {
  const text = "a🎉b text";
  assert.deepEqual(placesOf(text, 1, 2), [1, 3]);
  assert.equal(text.slice(...placesOf(text, 4, 8)), "text");
  assert.deepEqual(placesOf(text, 90, 99), [9, 9]);
});

test("days", () => {
  assert.equal(dayOf("1970-01-01"), 0);
  assert.equal(dayOf("2026-03-02"), 20514);
  assert.equal(dayText(20514), "2026-03-02");
  assert.equal(dayOf(""), null);
});

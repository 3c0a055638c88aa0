// SPDX-License-Identifier: MIT
/** A small graph: a - b - c - d with a second way a - e - d, f alone. */
import type { Data } from "../page/data";

export function small(): Data {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const all = <T>(value: T): T[] => ids.map(() => value);
  return {
    title: "Small",
    subtitle: "",
    statuses: ["actual", "planned", "alleged", "denied"],
    nodeTypes: [
      { name: "n", label: "nation", color: "#77aadd", shape: "circle" },
      { name: "p", label: "person", color: "#eedd88", shape: "box" },
    ],
    edgeTypes: [
      { name: "meets", label: "meets", symmetric: true, style: "solid" },
      { name: "leads", label: "leads", symmetric: false, style: "bold" },
    ],
    sources: [{ id: "s", title: "S", text: "a 🎉 text" }, { id: "t", title: "T" }],
    nodes: {
      id: ids,
      name: ["Ann", "Ben", "Chloé", "Dan", "Eve", "Fay <b>"],
      x: [0, 100, 200, 300, 150, 0],
      y: [0, 0, 0, 0, 100, 200],
      width: all(60),
      height: all(30),
      lines: all(0),
      small: all(0),
      type: [0, 1, 1, 0, 1, 1],
      status: all(0),
      confidence: 0,
      first: all(null),
      last: [null, null, null, null, 50, null],
      facts: [{ aliases: ["Mrs A"] }, 0, 0, { evidence: [[1, "the fourth", 0, 0]] }, 0, 0],
    },
    edges: {
      from: [0, 1, 2, 0, 4],
      to: [1, 2, 3, 4, 3],
      type: [0, 1, 1, 0, 0],
      status: [0, 0, 1, 0, 0],
      confidence: [1, 1, 0.4, 1, 1],
      first: [null, 10, null, null, null],
      last: [null, 20, null, 50, 50],
      facts: [0, { evidence: [[0, "a quote on treaties", 2, 3]] }, 0, 0, 0],
    },
    measures: { closeness: [1, 2, null, 4, 5, 0] },
    groups: 0,
    groupColors: ["#77aadd"],
  };
}

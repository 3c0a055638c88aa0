// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { test } from "node:test";
import { quoteLink } from "../page/links";

test("a quote is named whole, or by its ends", () => {
  assert.equal(quoteLink("https://a.org/b", " well-known, & so "), "https://a.org/b#:~:text=well%2Dknown%2C%20%26%20so");
  assert.equal(quoteLink("http://a.org/b#c", "d"), "http://a.org/b#c:~:text=d");
  assert.equal(quoteLink("mailto:a@b.org", "d"), "mailto:a@b.org");
  const long = Array.from({ length: 40 }, (_, i) => `word${i}`).join(" ");
  assert.equal(quoteLink("https://a.org/", long),
    "https://a.org/#:~:text=word0%20word1%20word2%20word3,word36%20word37%20word38%20word39");
});

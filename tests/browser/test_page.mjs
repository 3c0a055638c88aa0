// SPDX-License-Identifier: MIT
/** The page of the first dossier in a real browser, by clicks and keys; what it shows is compared
 * with what the program tells of the same facts. */
import { readFileSync } from "node:fs";
import { Checks, Folder, ROOT, axeSource, launch, open, ready, run } from "./browser.mjs";

const program = process.argv[2];
const FACTS = `${ROOT}/graphs/korea-singapore-ai-2026/facts.json`;
const checks = new Checks();
const folder = new Folder();
const file = folder.file("page.html");
run(program, "draw", "-o", file, "--with", "betweenness,leiden", "--grouping", "leiden", FACTS);
const html = readFileSync(file, "utf8");
const data = JSON.parse(html.match(/id="data">([^<]*)</)[1]);
const browser = await launch();

const text = (page, selector) => page.locator(selector).first().innerText();
const counts = async (page) => (await text(page, "#status")).match(/\d+/g).map(Number);
const settle = (page) => page.waitForTimeout(250);

/** Where a point of the picture is on the screen, by the state in the address. */
async function onScreen(page, x, y) {
  await settle(page);
  const at = new URLSearchParams(new URL(page.url()).hash.slice(1)).get("at").split(",").map(Number);
  const box = await page.locator("#canvas").boundingBox();
  return [box.x + box.width / 2 + (x - at[0]) * at[2], box.y + box.height / 2 + (y - at[1]) * at[2]];
}

async function clickNode(page, id) {
  const i = data.nodes.id.indexOf(id);
  await page.mouse.click(...(await onScreen(page, data.nodes.x[i], data.nodes.y[i])));
}

async function find(page, words) {
  await page.keyboard.press("Escape");
  await page.locator("#canvas").focus();
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

/** Nodes and edges that the program has under the filters. */
function filtered(...words) {
  const lines = run(program, "export", "-f", "ndjson", ...words, FACTS).split("\n");
  const of = (kind) => lines.filter((line) => line.startsWith(`{"${kind}":`)).length;
  return [of("node"), of("edge")];
}

async function accessible(page, where) {
  const result = await page.evaluate(`${axeSource}; axe.run(document)`);
  checks.same(`${where}: accessible`, result.violations.map((one) =>
    `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 80))}`), []);
}

async function opens() {
  const page = await open(browser, checks, file);
  await ready(page);
  checks.same("title", await page.title(), "Korea–Singapore AI alliance");
  checks.same("all is shown", await counts(page), [67, 67, 109, 109]);
  checks.ok("small without its data", html.length - JSON.stringify(data).length < 300_000);
  checks.ok("a policy forbids the network", html.includes("default-src 'none'"));
  await accessible(page, "at first");
  return page;
}

async function selects(page) {
  await clickNode(page, "singapore");
  checks.same("a click selects", await text(page, "#details h2"), "Singapore");
  const ties = JSON.parse(run(program, "show", "singapore", "-f", "json", FACTS)).ties.length;
  checks.same("its ties", await text(page, "#details h3"), `Ties (${ties})`);
  await accessible(page, "a node");
  await page.mouse.click(620, 70);
  checks.ok("a click on nothing lets go", (await text(page, "#details")).startsWith("Click a node"));
  const edge = data.edges.label.findIndex((at, i) => at && data.edgeTypes[data.edges.type[i]].name === "establishes");
  await page.mouse.click(...(await onScreen(page, ...data.edges.label[edge])));
  checks.ok("a click on a line", (await text(page, "#details h2")).includes("establishes"),
    await text(page, "#details"));
  checks.ok("its quote", (await text(page, "#details blockquote")).includes("“"));
  await find(page, "mr lee");
  checks.same("search by alias", await text(page, "#details h2"), "Lee Jae Myung");
  await find(page, "shared future of growth");
  checks.same("search by name", await text(page, "#details h2"), "shared future of growth");
  await page.locator("#search").fill("xyzzy");
  checks.same("search in vain", await text(page, "#results"), "nothing found");
  await page.locator("#search").press("Escape");
}

async function quotes(page) {
  await find(page, "global fund");
  const quote = await text(page, "#details blockquote");
  await page.locator("#details blockquote button").first().click();
  const marked = await text(page, "#text mark");
  const squeeze = (words) => words.replace(/\s+/g, " ");
  checks.ok("the quote is marked in its source", squeeze(quote).includes(squeeze(marked)) && marked.length > 10,
    `${marked} / ${quote}`);
  const box = await page.locator("#text mark").boundingBox();
  checks.ok("... and can be seen", box.y > 0 && box.y < 850, JSON.stringify(box));
  await accessible(page, "a source");
  await page.keyboard.press("Escape");
  checks.ok("Esc closes the text", !(await page.locator("#text").isVisible()));
}

async function filters(page) {
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByLabel("planned").uncheck();
  checks.same("a status less", (await counts(page)).filter((_, i) => i % 2 === 0),
    filtered("--status", "actual,alleged,denied"));
  await page.getByLabel("planned").check();
  await page.locator("summary", { hasText: "Types" }).click();
  await page.getByLabel("Types: none").click();
  checks.same("no types", (await counts(page))[0], 0);
  await page.getByLabel("Types: all").click();
  checks.same("all types", (await counts(page))[0], 67);
  await page.locator("#confidence").fill("0.9");
  checks.same("confidence", (await counts(page)).filter((_, i) => i % 2 === 0),
    filtered("--min-confidence", "0.9"));
  await page.locator("#confidence").fill("0");
  await page.locator("#dated").check();
  for (const day of ["2026-03-02", "2026-03-01", "2026-12-31", "2027-01-01"]) {
    const number = Date.parse(`${day}T00:00:00Z`) / 86400000;
    const [least, most] = await page.locator("#day").evaluate((input) => [Number(input.min), Number(input.max)]);
    if (number < least || number > most) continue;
    await page.locator("#day").fill(String(number));
    checks.same(`as of ${day}`, (await counts(page)).filter((_, i) => i % 2 === 0),
      filtered("--as-of", day));
  }
  await page.locator("#dated").uncheck();
  checks.same("all times", (await counts(page))[0], 67);
}

async function paths(page) {
  await find(page, "mr lee");
  await page.getByRole("button", { name: "Path to …" }).click();
  await page.locator("#search").fill("SGTech");
  await page.locator("#search").press("Enter");
  const steps = JSON.parse(run(program, "path", "--from", "lee-jae-myung", "--to", "sgtech", "-f", "json", FACTS));
  checks.same("steps of a path", await page.locator(".steps > li").count(), steps.paths[0].length);
  checks.ok("with quotes", (await page.locator(".steps blockquote").count()) > 0);
}

async function looks(page) {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Fit all" }).click();
  const seen = new Set();
  const look = async (what) => {
    await settle(page);
    await page.mouse.move(5, 5);
    const picture = (await page.locator("#canvas").screenshot()).toString("base64");
    checks.ok(`${what} looks other than before`, !seen.has(picture));
    seen.add(picture);
  };
  await look("alike");
  for (const [box, value] of [["size", "betweenness"], ["color", "group"], ["color", "betweenness"]]) {
    await page.locator(`#${box}`).selectOption(value);
    await look(`${box} by ${value}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await look("dark");
  await accessible(page, "dark");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const i = data.nodes.id.indexOf("south-korea");
  await page.mouse.move(...(await onScreen(page, data.nodes.x[i], data.nodes.y[i])));
  await settle(page);
  checks.same("the name under the hand", await page.locator("#canvas").getAttribute("title"), "South Korea");
  const hovered = (await page.locator("#canvas").screenshot()).toString("base64");
  checks.ok("neighbours stand out", !seen.has(hovered));
}

async function keys(page) {
  await page.keyboard.press("Escape");
  await page.locator("#canvas").focus();
  await page.keyboard.press("Enter");
  const first = await text(page, "#details h2");
  checks.ok("Enter selects the first", first.length > 0);
  const here = data.nodes.name.indexOf(first);
  let moved = "";
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
    await page.keyboard.press(key);
    moved = await text(page, "#details h2");
    if (moved !== first) break;
  }
  const to = data.nodes.name.indexOf(moved);
  checks.ok("arrows go to a neighbour", data.edges.from.some((from, i) =>
    (from === here && data.edges.to[i] === to) || (from === to && data.edges.to[i] === here)), moved);
  await page.keyboard.press("Escape");
  checks.ok("Esc lets go", (await text(page, "#details")).startsWith("Click a node"));
  await page.getByRole("button", { name: "List of nodes" }).click();
  checks.same("list of nodes", await page.locator("#list table").first().locator("tbody tr").count(), 67);
  checks.same("list of facts", await page.locator("#list table").last().locator("tbody tr").count(), 109);
  await accessible(page, "the list");
  await page.locator("#list button", { hasText: "Vivian Balakrishnan" }).first().press("Enter");
  checks.same("chosen in the list", await text(page, "#details h2"), "Vivian Balakrishnan");
  await page.getByRole("button", { name: "List of nodes" }).click();
}

async function links(page) {
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByLabel("planned").uncheck();
  await clickNode(page, "south-korea");
  await page.locator("#size").selectOption("degree");
  await settle(page);
  const other = await open(browser, checks, file, new URL(page.url()).hash.slice(1));
  await ready(other);
  checks.same("a link leads to the node", await text(other, "#details h2"), "South Korea");
  checks.same("... and the filters", await counts(other), await counts(page));
  checks.same("... and the size", await other.locator("#size").inputValue(), "degree");
  await settle(other);
  checks.same("... and the place", new URL(other.url()).hash, new URL(page.url()).hash);
  await other.close();
  const odd = await open(browser, checks, file, "node=nobody&edge=9999&types=77&size=nothing&at=x");
  await ready(odd);
  checks.same("a link that nobody wrote", await counts(odd), [67, 67, 109, 109]);
  await odd.close();
}

async function saves(page) {
  await page.getByRole("button", { name: "Reset" }).click();
  for (const [label, begins] of [["Save as SVG", "<svg "], ["Save as PNG", "\x89PNG"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByLabel(label).click()]);
    const bytes = readFileSync(await download.path(), "latin1");
    checks.ok(`${label}: ${download.suggestedFilename()}`, bytes.startsWith(begins) && bytes.length > 10000);
    if (begins === "<svg ")
      checks.same("nodes in the SVG", bytes.match(/<g>/g).length, 67);
  }
  const before = await page.locator("#canvas").screenshot();
  await page.getByLabel("Zoom in").click();
  await settle(page);
  checks.ok("zoom", !before.equals(await page.locator("#canvas").screenshot()));
  await page.mouse.move(650, 400);
  await page.mouse.down();
  await page.mouse.move(700, 450, { steps: 4 });
  const dragging = await page.locator("#canvas").screenshot();
  await page.mouse.up();
  checks.ok("a drag moves the picture", !before.equals(dragging));
}

const page = await opens();
for (const part of [selects, quotes, filters, paths, looks, keys, links, saves]) {
  try {
    page.setDefaultTimeout(8000);
    await part(page);
  } catch (error) {
    checks.ok(part.name, false, error.message);
  }
}
await browser.close();
folder.remove();
checks.finish();

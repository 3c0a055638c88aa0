// SPDX-License-Identifier: MIT
/** Script payloads and naughty strings in every text field: nothing of them runs, in the page or in
 * the SVG, and all of them can be read as they are. */
import { existsSync, readFileSync } from "node:fs";
import { Checks, DATA, Folder, launch, open, ready, run } from "./browser.mjs";

const program = process.argv[2];
const checks = new Checks();
const folder = new Folder();
const RUN = "window.ran=(window.ran||0)+1";
const PAYLOADS = [
  `<script>${RUN}</script>`, `</script><script>${RUN}</script>`, `<ScRiPt>${RUN}</sCrIpT>`,
  `<img src=x onerror="${RUN}">`, `<img src=x onerror=${RUN}//`, `<svg onload="${RUN}">`,
  `<svg><script>${RUN}</script></svg>`, `<svg/onload=${RUN}>`, `<body onload="${RUN}">`,
  `<iframe src="javascript:${RUN}">`, `<iframe srcdoc="<script>parent.${RUN}</script>">`,
  `<a href="javascript:${RUN}">x</a>`, `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `vbscript:${RUN}`,
  `"onmouseover="${RUN}`, `'onmouseover='${RUN}`, `" autofocus onfocus="${RUN}" x="`,
  `'><script>${RUN}</script>`, `"><script>${RUN}</script>`, `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`, `*/${RUN}/*`, `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `<!--<script>${RUN}//-->`, `<!--<script>`, `<style>@import 'javascript:${RUN}';</style>`,
  `</style><script>${RUN}</script>`, `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`, `</noscript><script>${RUN}</script>`,
  `</dialog><script>${RUN}</script>`, `<details open ontoggle="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`, `<audio src=x onerror="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`, `<select autofocus onfocus="${RUN}">`,
  `<marquee onstart="${RUN}">`, `<object data="javascript:${RUN}">`, `<embed src="javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x`, `<button formaction="javascript:${RUN}" form=f>`,
  `<link rel=stylesheet href="javascript:${RUN}">`, `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`, `<table background="javascript:${RUN}">`,
  `<div style="background:url(javascript:${RUN})">`, `<div style="width:expression(${RUN})">`,
  `<x onclick=${RUN}>x`, `<animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<set attributeName=onmouseover to="${RUN}">`, `<foreignObject><script>${RUN}</script></foreignObject>`,
  `<use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${RUN}</script></svg>#x">`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`, `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `<%= ${RUN} %>`, `__proto__`, `constructor`,
  `<!ENTITY x SYSTEM "file:///etc/passwd">`, `<?xml-stylesheet href="javascript:${RUN}"?>`,
  `@SCRIPT@`, `@DATA@@TITLE@`,
];

function naughty() {
  const path = `${DATA}/naughty-strings/blns.json`;
  if (!existsSync(path)) {
    console.log("without the naughty strings: their file is not there");
    return [];
  }
  // What no text of facts may have is refused before it is drawn.
  const bad = (text) => /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/.test(text) || /\p{Cs}/u.test(text) || !text.trim();
  return JSON.parse(readFileSync(path, "utf8")).filter((text) => typeof text === "string" && !bad(text));
}

function facts(texts) {
  const nodes = {};
  const edges = [];
  const sources = {};
  texts.slice(0, 40).forEach((text, i) => {
    sources[`s${i}`] = { title: text, publisher: text, author: text, url: text, licence: text };
  });
  texts.forEach((text, i) => {
    nodes[`n${i}`] = { type: text, name: text, aliases: [text], note: text, ids: { [text]: text },
      amount: { value: "1", text }, properties: { [text]: text }, "x-own": text,
      evidence: [{ source: `s${i % Object.keys(sources).length}`, quote: text, note: text }] };
    if (i) edges.push({ from: `n${i - 1}`, type: text, to: `n${i}`, note: text,
      evidence: [{ source: "s0", quote: text }] });
  });
  return { entente: 1, schema: "open", title: texts[0], description: texts[1], sources, nodes, edges };
}

const browser = await launch();
const ran = (page) => page.evaluate(() => window.ran);

async function check(name, texts) {
  const file = folder.write("facts.json", JSON.stringify(facts(texts)));
  const html = folder.file(`${name}.html`);
  const svg = folder.file(`${name}.svg`);
  run(program, "draw", "-q", "--layout", "sfdp", "-o", html, file);
  run(program, "draw", "-q", "--layout", "sfdp", "-o", svg, file);
  const page = await open(browser, checks, html);
  await ready(page);
  await page.getByRole("button", { name: "List of nodes" }).click();
  const buttons = page.locator("#list table").first().locator("tbody button");
  const count = Math.min(await buttons.count(), 70);
  checks.ok(`${name}: all are listed`, count >= Math.min(texts.length, 70), count);
  const names = new Set(texts);
  for (let i = 0; i < count; i++) {
    await buttons.nth(i).click();
    const told = await page.locator("#details h2").first().evaluate((element) => element.textContent);
    checks.ok(`${name}: a name is told as it is`, names.has(told), told);
  }
  checks.same(`${name}: no element but the page's own`, await page.evaluate(() =>
    document.querySelectorAll("#details :is(script,img,svg,iframe,style,object,embed,form,video), #list :is(script,img,svg,iframe), #filters :is(script,img,svg)").length), 0);
  await page.locator("#search").fill("script");
  await page.waitForTimeout(300);
  checks.same(`${name}: nothing ran in the page`, await ran(page), 0);
  await page.close();
  const picture = await open(browser, checks, svg);
  await picture.waitForTimeout(500);
  checks.same(`${name}: nothing ran in the SVG`, await ran(picture), 0);
  checks.same(`${name}: no script in the SVG`, await picture.evaluate(() =>
    document.querySelectorAll("script,foreignObject,iframe,image,use,animate,set,style").length), 0);
  await picture.close();
}

checks.ok("sixty payloads", PAYLOADS.length >= 60, PAYLOADS.length);
await check("payloads", PAYLOADS);
const strings = naughty();
for (let i = 0; i < strings.length; i += 120) await check(`naughty-${i}`, strings.slice(i, i + 120));
await browser.close();
folder.remove();
checks.finish();

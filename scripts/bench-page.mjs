// SPDX-License-Identifier: MIT
/**
 * How fast a page opens and pans in chromium without a GPU, beside a bare canvas that draws the same
 * places and nothing else; for scripts/bench.
 *
 *     node scripts/bench-page.mjs PAGE.html BARE.html
 */
import { pathToFileURL } from "node:url";
import { launch } from "../tests/browser/browser.mjs";

const STEPS = 40;

const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Milliseconds from the address to the second frame. */
async function open(browser, path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const begin = performance.now();
  await page.goto(pathToFileURL(path).href, { waitUntil: "load", timeout: 120000 });
  await settled(page);
  return [page, performance.now() - begin];
}

/** The median time between frames while the canvas is dragged. */
async function pan(page) {
  const box = await page.locator("canvas").first().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(() => {
    window.frames_ = [];
    const context = document.querySelector("canvas").getContext("2d");
    const note = () => {
      context.getImageData(0, 0, 1, 1); // else what is drawn is only noted down for later
      window.frames_.push(performance.now());
      window.noting = requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= STEPS; i++) {
    await page.mouse.move(x + 4 * i, y + 2 * i);
    await settled(page);
  }
  await page.mouse.up();
  const times = await page.evaluate(() => { cancelAnimationFrame(window.noting); return window.frames_; });
  const gaps = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}

const browser = await launch();
for (const path of process.argv.slice(2)) {
  const opened = [];
  let frame = Infinity;
  for (let i = 0; i < 3; i++) {
    const [page, took] = await open(browser, path);
    opened.push(took);
    frame = Math.min(frame, await pan(page));
    await page.close();
  }
  console.log(JSON.stringify({ open: opened.sort((a, b) => a - b)[1], frame }));
}
await browser.close();

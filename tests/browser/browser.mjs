// SPDX-License-Identifier: MIT
/** What the browser tests share: chromium, pages made by the program, counted checks. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const DATA = resolve(ROOT, "../shared/data");
const SKIPPED = 77;
const CHROMIUM = "/usr/bin/chromium";

export function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(SKIPPED);
}

function load(name) {
  try {
    return createRequire(join(ROOT, "src/viewer/package.json"))(name);
  } catch {
    return skip(`${name} is not installed in src/viewer: scripts/setup test`);
  }
}

export const { chromium } = load("playwright-core");
export const axeSource = load("axe-core").source;

export async function launch() {
  if (!existsSync(CHROMIUM)) skip(`${CHROMIUM} is not there: scripts/setup test`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export class Checks {
  count = 0;
  failed = 0;

  ok(what, good, told = "") {
    this.count++;
    if (good) return;
    this.failed++;
    console.log(`FAILED ${what}${told === "" ? "" : `: ${told}`}`);
  }

  same(what, got, expected) {
    this.ok(what, JSON.stringify(got) === JSON.stringify(expected),
      `${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
  }

  finish() {
    console.log(`${this.count} checks, ${this.failed} failed`);
    process.exit(this.failed || !this.count ? 1 : 0);
  }
}

export class Folder {
  path = mkdtempSync(join(tmpdir(), "entente-browser-"));

  file(name) {
    return join(this.path, name);
  }

  write(name, text) {
    writeFileSync(this.file(name), text);
    return this.file(name);
  }

  remove() {
    rmSync(this.path, { recursive: true });
  }
}

export function run(program, ...words) {
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28 });
}

/** A page of the file that watches what must not happen: messages, errors, requests, dialogs. */
export async function open(browser, checks, file, hash = "", options = {}) {
  const page = await browser.newPage({ viewport: { width: 1300, height: 850 }, ...options });
  const address = `file://${file}`;
  page.on("console", (message) => checks.ok("no console message", false, message.text()));
  page.on("pageerror", (error) => checks.ok("no error", false, error.message));
  page.on("dialog", (dialog) => {
    checks.ok("no dialog", false, dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    checks.ok("no request leaves the page",
      url.split("#")[0] === address || url.startsWith("blob:") || url.startsWith("data:"), url);
  });
  await page.addInitScript(() => {
    window.ran = 0;
    window.alert = window.confirm = window.prompt = () => { window.ran++; };
  });
  await page.goto(address + (hash ? `#${hash}` : ""));
  return page;
}

export async function ready(page) {
  await page.waitForSelector("body[data-ready]", { timeout: 60000 });
}

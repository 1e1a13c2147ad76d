// What a reader's browser makes of the pages: node browse.mjs URL CHROMIUM prints what was found, as JSON. It is told on
// standard input what to do: {
//   "looks": [path], "tabs": [path],
//   "walks": {name: [path, [action, selector, value], ...]}, actions: fill, select, open, go, download, keys, copy
//   "executes": the names of operations, whose forms in the API reference are sent untouched
//   "pictures": [{path, file, width, dark}]
// }

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [url, path] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const bundled = path ? null : (await import("@sparticuz/chromium")).default;
const browser = await chromium.launch({
  executablePath: path || (await bundled.executablePath()),
  args: [...(bundled ? bundled.args : []), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  timeout: 0,
});
const WIDE = { width: 1200, height: 900 };
const NARROW = { width: 360, height: 740 };

async function open(options = {}) {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.said = [];
  page.on("console", (message) => page.said.push(message.text()));
  page.on("pageerror", (error) => page.said.push(String(error)));
  return page;
}

// What stands in a page to be read; buttons that a script has added do not.
const read = () => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("button").forEach((each) => each.remove());
  return main.textContent.replace(/\s+/g, " ");
};

async function violations(page, options) {
  const found = await page.evaluate(`axe.run(${JSON.stringify(options)})`);
  return found.violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.html}`));
}

async function look(page, plain, where) {
  const found = { requests: [], elsewhere: [] };
  const count = (request) => {
    const to = request.url();
    found.requests.push(new URL(to).pathname);
    if (!to.startsWith(url)) found.elsewhere.push(to);
  };
  page.said = [];
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light" });
  page.on("request", count);
  const response = await page.goto(url + where);
  page.off("request", count);
  found.status = response.status();
  found.language = await page.evaluate(() => document.documentElement.lang);
  const text = await page.evaluate(read);
  await page.evaluate(axe);
  found.light = await violations(page, {});
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(NARROW);
  found.dark = await violations(page, { runOnly: ["color-contrast"] });
  found.narrow = await page.evaluate(() => document.documentElement.scrollWidth);
  // One layout of each drawing is shown, and fits.
  found.drawings = await page.evaluate(() => [...document.querySelectorAll(".picture")].map((each) => ({
    shown: [...each.children].filter((drawing) => drawing.checkVisibility()).length,
    fits: each.scrollWidth <= each.clientWidth,
  })));
  // A page that an error answered is an error in the console as well.
  found.said = found.status === 200 ? page.said : page.said.filter((each) => !each.includes(`${found.status}`));
  await plain.goto(url + where);
  found.without_scripts = (await plain.evaluate(read)) === text;
  return found;
}

// Presses Tab until the focus has been everywhere; what it missed, and where nobody could see it.
async function tab(page, where) {
  await page.goto(url + where);
  const unseen = [];
  for (let again = 0; again < 9; ) {
    await page.keyboard.press("Tab");
    const met = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body) return null;
      // Day, month and year of a date are stops of their own.
      if (at.dataset.met) return { again: true, seen: true };
      at.dataset.met = "1";
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return { html: at.outerHTML.slice(0, 200), seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    });
    if (met === null) break;
    again = met.again ? again + 1 : 0;
    if (!met.seen) unseen.push(met.html);
  }
  const [reached, missed] = await page.evaluate(() => {
    const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
    const found = [...document.querySelectorAll(all)].filter((each) => each.checkVisibility() && !each.disabled);
    return [
      found.filter((each) => each.dataset.met).length,
      found.filter((each) => !each.dataset.met && each.tabIndex >= 0).map((each) => each.outerHTML.slice(0, 200)),
    ];
  });
  return { reached, missed, unseen };
}

async function walk(page, [start, ...actions]) {
  const found = { focused: [] };
  await page.goto(url + start);
  for (const [action, selector, value] of actions) {
    const target = page.locator(selector).first();
    if (action === "fill") await target.fill(value);
    else if (action === "select") await target.selectOption(value);
    else if (action === "open") await target.click();
    else if (action === "keys") {
      await target.press(value);
      found.focused.push(await page.evaluate(() => document.activeElement.getAttribute("aria-label")));
    } else if (action === "copy") {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
      await target.click();
      await page.locator(value).filter({ hasText: /./ }).waitFor();
      found.copied = await page.evaluate(() => navigator.clipboard.readText());
    } else if (action === "download") {
      const [file] = await Promise.all([page.waitForEvent("download"), target.click()]);
      found.file = file.suggestedFilename();
      found.failure = await file.failure();
    } else {
      await Promise.all([page.waitForEvent("framenavigated"), value ? target.press(value) : target.click()]);
      await page.waitForLoadState();
    }
  }
  found.address = page.url().slice(url.length);
  found.type = await page.evaluate(() => document.contentType);
  found.text = await page.evaluate(() => document.body.innerText);
  return found;
}

// Some answers are files, which a browser saves instead of showing them.
async function execute(page, operation) {
  await page.goto(`${url}/docs/${operation}`);
  const answered = (response) => response.request().isNavigationRequest() && response.status() !== 303;
  const [response] = await Promise.all([page.waitForResponse(answered), page.locator(".try button").click()]);
  await page.waitForLoadState();
  return response.status();
}

const found = { looks: {}, tabs: {}, walks: {}, executes: {} };
// The focus is shown only in the page in front: these come first, and each is alone.
for (const each of asked.tabs ?? []) {
  const alone = await open();
  found.tabs[each] = await tab(alone, each);
  await alone.context().close();
}
const page = await open();
const plain = asked.looks?.length ? await open({ javaScriptEnabled: false }) : null;
for (const each of asked.looks ?? []) found.looks[each] = await look(page, plain, each);
await plain?.context().close();
await page.setViewportSize(WIDE);
await page.emulateMedia({ colorScheme: "light" });
for (const [name, each] of Object.entries(asked.walks ?? {})) {
  found.walks[name] = await walk(page, each).catch((error) => ({ broken: String(error) }));
}

for (const each of asked.executes ?? []) found.executes[each] = await execute(page, each).catch(String);

for (const { path: each, file, width, dark } of asked.pictures ?? []) {
  const viewport = { width, height: Math.round(width * (width < 500 ? 2 : 1.1)) };
  const taken = await open({ viewport, colorScheme: dark ? "dark" : "light" });
  await taken.goto(url + each);
  await taken.screenshot({ path: file });
  await taken.context().close();
}

await browser.close();
console.log(JSON.stringify(found));

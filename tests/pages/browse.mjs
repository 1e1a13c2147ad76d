// What a reader's browser makes of the pages.
// node browse.mjs URL CHROMIUM < {"looks": [path], "walk": true, "pictures": [{path, file, width, dark}]} prints what was
// found, as JSON; pictures are written into files.

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

async function open(options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  page.said = [];
  page.on("console", (message) => page.said.push(message.text()));
  page.on("pageerror", (error) => page.said.push(String(error)));
  return page;
}

const looks = {};
const [wide, narrow, plain] = [
  await open({ viewport: { width: 1100, height: 900 } }),
  await open({ viewport: { width: 360, height: 740 }, colorScheme: "dark" }),
  await open({ javaScriptEnabled: false }),
];
for (const each of asked.looks ?? []) {
  const found = { requests: [], elsewhere: [] };
  const count = (response) => {
    found.requests.push(new URL(response.url()).pathname);
    if (!response.url().startsWith(url)) found.elsewhere.push(response.url());
  };
  wide.said = [];
  wide.on("response", count);
  const response = await wide.goto(url + each);
  wide.off("response", count);
  found.status = response.status();
  found.text = (await wide.locator("main").innerText()).slice(0, 200_000);
  await wide.evaluate(axe);
  const { violations } = await wide.evaluate("axe.run()");
  found.violations = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  found.said = wide.said;
  await narrow.goto(url + each);
  found.narrow = await narrow.evaluate(() => document.documentElement.scrollWidth);
  await narrow.evaluate(axe);
  const dark = await narrow.evaluate("axe.run({ runOnly: ['color-contrast'] })");
  found.dark = dark.violations.flatMap((one) => one.nodes.map((node) => node.html));
  await plain.goto(url + each);
  found.without_scripts = (await plain.locator("main").innerText()).slice(0, 200_000) === found.text;
  delete found.text;
  looks[each] = found;
}

for (const { path: each, file, width, dark } of asked.pictures ?? []) {
  const page = await open({ viewport: { width, height: Math.round(width * (width < 500 ? 2 : 1.1)) }, colorScheme: dark ? "dark" : "light" });
  await page.goto(url + each);
  await page.screenshot({ path: file });
  await page.context().close();
}

const walk = [];
if (asked.walk) {
  const page = await open({ viewport: { width: 1100, height: 900 } });
  const note = (what) => walk.push([what, page.url().slice(url.length)]);
  await page.goto(url + "/");
  await page.fill("#find", "sohae");
  await page.press("#find", "Enter");
  await page.waitForURL("**/v1/search**");
  note("search");
  await page.click(".found a >> nth=0");
  note("found");
  await page.click("nav[aria-label=Main] a:has-text('Summits')");
  await page.selectOption("#by-status", "held");
  await page.click(".filters button");
  await page.waitForURL("**status=held**");
  note("filter");
  await page.click(".clocks summary");
  await page.fill("#clock-as_of", "2018-09-10");
  await page.fill("#clock-published_until", "2018-09-10");
  await page.click(".clocks button");
  await page.waitForURL("**as_of=**");
  note("clocks");
  walk.push(["said", await page.locator(".clocks .said").innerText()]);
  await page.click(".list a >> nth=0");
  note("record under clocks");
  await page.click("nav[aria-label=Main] a:has-text('Sources')");
  note("walking on");
  await page.goBack();
  await page.click("text=All revisions of this record");
  note("history");
  await page.goto(url + "/v1/summits?status=held&as_of=2018-09-10");
  await page.click(".chips a");
  note("chip");
  await page.click("text=Back to today");
  note("today");
  await page.click("a[rel=next]");
  walk.push(["next", (await page.locator(".list > li").count()) > 0]);
  await page.goto(url + "/problems/not-found");
  const reached = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body || at.dataset.seen) return null;
      at.dataset.seen = "1";
      return at.tagName;
    });
    if (name === null) break;
    reached.push(name);
  }
  const focusable = await page.evaluate(
    () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
      .filter((each) => each.checkVisibility() && !each.disabled).length,
  );
  walk.push(["keyboard", reached.length === focusable ? "all" : `${reached.length} of ${focusable}`]);
}
await browser.close();
console.log(JSON.stringify({ looks, walk }));

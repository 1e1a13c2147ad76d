// What a newcomer does at /docs: opens each GET in turn and presses Execute, touching nothing.
// node execute_docs.mjs URL CHROMIUM prints a JSON object: by operation id the status that
// the page shows, how many files it was loaded from, and what went wrong.

import { chromium } from "playwright-core";

const [url, path] = process.argv.slice(2);
const bundled = path ? null : (await import("@sparticuz/chromium")).default;
const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const browser = await chromium.launch({
  executablePath: path || (await bundled.executablePath()),
  args: [...(bundled ? bundled.args : []), ...flags],
  timeout: 0,
});
const page = await browser.newPage();
page.setDefaultTimeout(0);
const elsewhere = [];
let asked = 0;
page.on("request", (request) => {
  asked += !request.url().startsWith("data:");
  if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) elsewhere.push(request.url());
});
const broken = [];
page.on("pageerror", (error) => broken.push(String(error)));

// The shapes of answers decide nothing of what is sent, and Swagger UI takes seconds to draw each.
await page.route("**/openapi.json*", async (route) => {
  const description = await (await route.fetch()).json();
  for (const item of Object.values(description.paths)) {
    for (const operation of Object.values(item)) if (operation.responses) operation.responses = { 200: { description: "" } };
  }
  description.components = { parameters: description.components.parameters, securitySchemes: description.components.securitySchemes };
  await route.fulfill({ json: description });
});

await page.goto(`${url}/docs?utm_source=newsletter`);
await page.waitForSelector(".opblock-tag-section");
const loaded = asked;
const statuses = {};
// Sections are closed at first; one at a time is open, since Swagger UI draws all that is at each step.
const tags = await page.$$eval(".opblock-tag", (found) => found.map((tag) => tag.id));
for (const tag of tags) {
  const toggle = () => page.$eval(`[id="${tag}"]`, (heading) => heading.click());
  await toggle();
  await page.waitForSelector(".opblock");
  for (const operation of await page.$$(".opblock-get")) {
    const id = (await operation.getAttribute("id")).replace(/^operations-[^-]+-/, "");
    const open = () => operation.$eval(".opblock-summary-control", (summary) => summary.click());
    await open();
    const execute = await operation.waitForSelector(".execute", { state: "attached" });
    // Before an operation is resolved, which a person would see, Execute does nothing.
    await operation.waitForSelector(".opblock-loading-animation", { state: "detached" });
    await execute.evaluate((button) => button.click());
    const shown = ".live-responses-table tbody .response-col_status";
    const status = await operation.waitForSelector(shown, { state: "attached" });
    statuses[id] = (await status.textContent()).trim().slice(0, 3);
    await open();
  }
  await toggle();
  await page.waitForSelector(".opblock", { state: "detached" });
}
await browser.close();
console.log(JSON.stringify({ statuses, loaded, elsewhere, broken }));

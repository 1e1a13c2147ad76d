// What a program does with the client that hey-api's openapi-ts generates: node hey_api_client.js URL KEY

import {
  createSource, deleteSource, getSummit, listChanges, listSummits, patchSource, replaceSource,
  type SummitStatus, type ValidationProblem,
} from "./hey";
import { client } from "./hey/client.gen";

declare const process: { argv: string[] };

const [baseUrl, key] = process.argv.slice(2) as [string, string];
client.setConfig({ baseUrl, auth: key });

function expect(truth: boolean, what: string): asserts truth {
  if (!truth) throw new Error(what);
}

async function read(): Promise<void> {
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 1 } : { limit: 1, cursor };
    const { data: page } = await listSummits({ query, throwOnError: true });
    titles.push(...page.items.map((summit) => summit.title));
    cursor = page.next_cursor;
  } while (cursor !== null);
  expect(titles.length >= 2 && new Set(titles).size === titles.length, "pages repeat a summit");

  const wanted: SummitStatus[] = ["held", "coordinating"];
  const { data: held } = await listSummits({ query: { status: wanted }, throwOnError: true });
  expect(held.items.length === titles.length, "several values are a comma list");

  const { data: summit } = await getSummit({ path: { id: "singapore-2018" }, throwOnError: true });
  expect(summit.type === "summit" && summit.status === "held", "the summit in Singapore was held");
  const missing = await getSummit({ path: { id: "nowhere" } });
  expect(missing.error?.type === "/problems/not-found", "an error is a problem, and of no other type");
}

async function write(): Promise<void> {
  const created = await createSource({
    headers: { "Idempotency-Key": "from-hey-api" },
    body: { title: "KCNA, 10 September 2018", published: "2018-09-10", kind: "state_media" },
    throwOnError: true,
  });
  const source = created.data;
  const path = { id: source.id };
  const tag = (answer: { response: Response }) => ({ "If-Match": answer.response.headers.get("ETag") ?? "" });
  const patched = await patchSource({ path, headers: tag(created), body: { language: "ko", note: null }, throwOnError: true });
  expect(patched.data.language === "ko" && patched.data.revision === 2, "it is patched");
  const body = { ...patched.data, publisher: "KCNA" };
  const replaced = await replaceSource({ path, headers: tag(patched), body, throwOnError: true });
  expect(replaced.data.publisher === "KCNA", "it is replaced");

  const refused = await createSource({ body: { title: " ", published: "2018-02-30", kind: "report" } });
  const pointers = (refused.error as ValidationProblem).errors.map((error) => error.pointer).sort().join(" ");
  expect(pointers === "/published /title", `all errors at once, not ${pointers}`);

  await deleteSource({ path, headers: { "If-Match": "*" }, throwOnError: true });
  const { data: changes } = await listChanges({ query: { type: ["source"], limit: 500 }, throwOnError: true });
  const operations = changes.items.filter((change) => change.id === source.id).map((change) => change.operation);
  expect(operations.join(" ") === "created updated updated deleted", `the feed has each change, not ${operations}`);
}

void read().then(write);

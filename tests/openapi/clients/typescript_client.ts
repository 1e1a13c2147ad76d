// What a program does with the types that openapi-typescript generates: node typescript_client.js URL KEY

import type { components, operations } from "./peninsula";

declare const process: { argv: string[] };

type Schemas = components["schemas"];
type Query<Operation> = Operation extends { parameters: { query?: infer Q } } ? Q : never;
type Body<Operation> = Operation extends { requestBody: { content: infer C } } ? C[keyof C] : never;

const [url, key] = process.argv.slice(2) as [string, string];

class Refused extends Error {
  constructor(readonly problem: Schemas["Problem"] | Schemas["ValidationProblem"]) {
    super(problem.detail);
  }
}

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const sent = { "Content-Type": "application/json", Authorization: `Bearer ${key}`, ...headers };
  const response = await fetch(url + path, { method, headers: sent, body: body === undefined ? null : JSON.stringify(body) });
  if (!response.ok) throw new Refused((await response.json()) as Schemas["Problem"]);
  return response;
}

function search(query: Record<string, string | number | boolean | readonly string[] | undefined>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  return "?" + new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
}

function expect(truth: boolean, what: string): asserts truth {
  if (!truth) throw new Error(what);
}

async function read(): Promise<void> {
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const query: NonNullable<Query<operations["listSummits"]>> = { limit: 1, sort: "id" };
    if (cursor !== null) query.cursor = cursor;
    const page = (await (await send("GET", "/v1/summits" + search(query))).json()) as Schemas["SummitList"];
    titles.push(...page.items.map((summit) => summit.title));
    cursor = page.next_cursor;
  } while (cursor !== null);
  expect(titles.length >= 2 && new Set(titles).size === titles.length, "pages repeat a summit");

  const summit = (await (await send("GET", "/v1/summits/singapore-2018")).json()) as Schemas["Summit"];
  const status: "held" | Schemas["Summit"]["status"] = summit.status;
  expect(summit.type === "summit" && status === "held", "the summit in Singapore was held");
  expect(summit.parties.every((party) => party.country !== null), "its parties have countries");
}

async function write(): Promise<void> {
  const body: Body<operations["createSource"]> = { title: "KCNA, 9 September 2018", published: "2018-09-09", kind: "state_media" };
  const created = await send("POST", "/v1/sources", body, { "Idempotency-Key": "from-typescript" });
  const source = (await created.json()) as Schemas["Source"];
  expect(created.status === 201 && source.published_latest === "2018-09-09", "it is created");

  const path = `/v1/sources/${source.id}`;
  const patch: Body<operations["patchSource"]> = { language: "ko", note: null };
  const merge = { "Content-Type": "application/merge-patch+json", "If-Match": created.headers.get("ETag") ?? "" };
  const patched = await send("PATCH", path, patch, merge);
  const changed = (await patched.json()) as Schemas["Source"];
  expect(changed.language === "ko" && changed.revision === 2, "it is patched");

  // What was read is a body to write, its read-only members too.
  const whole: Schemas["SourceWrite"] = { ...changed, publisher: "KCNA" };
  const replaced = await send("PUT", path, whole, { "If-Match": patched.headers.get("ETag") ?? "" });
  expect(((await replaced.json()) as Schemas["Source"]).publisher === "KCNA", "it is replaced");

  const faulty: Schemas["SourceWrite"] = { title: " ", published: "2018-02-30", kind: "report" };
  const problem = await send("POST", "/v1/sources", faulty).then(
    () => undefined,
    (refused: Refused) => refused.problem as Schemas["ValidationProblem"],
  );
  const pointers = problem?.errors.map((fault) => fault.pointer).sort().join(" ");
  expect(problem?.status === 422 && pointers === "/published /title", `all faults at once, not ${pointers}`);

  expect((await send("DELETE", path, undefined, { "If-Match": "*" })).status === 204, "it is deleted");
}

read().then(write);

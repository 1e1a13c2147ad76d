// What a program does with openapi-fetch and the types that openapi-typescript generates: node typescript_client.js URL KEY

import createClient from "openapi-fetch";
import type { components, paths } from "./peninsula";

declare const process: { argv: string[] };

const [baseUrl, key] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });

function expect(truth: boolean, what: string): asserts truth {
  if (!truth) throw new Error(what);
}

function found<T>(answer: { data?: T; error?: components["schemas"]["Problem"] | components["schemas"]["ValidationProblem"] }): T {
  if (answer.data === undefined) throw new Error(answer.error?.detail ?? "no answer");
  return answer.data;
}

async function read(): Promise<void> {
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 1 } : { limit: 1, cursor };
    const page: components["schemas"]["SummitList"] = found(await client.GET("/v1/summits", { params: { query } }));
    titles.push(...page.items.map((summit) => summit.title));
    cursor = page.next_cursor;
  } while (cursor !== null);
  expect(titles.length >= 2 && new Set(titles).size === titles.length, "pages repeat a summit");

  const held = found(await client.GET("/v1/summits", { params: { query: { status: ["held", "coordinating"] } } }));
  expect(held.items.length === titles.length, "several values are a comma list");

  const summit = found(await client.GET("/v1/summits/{id}", { params: { path: { id: "singapore-2018" } } }));
  const status: components["schemas"]["SummitStatus"] | null = summit.status;
  expect(summit.type === "summit" && status === "held", "the summit in Singapore was held");
  expect(summit.parties.every((party) => party.country !== null), "its parties have countries");

  const missing = await client.GET("/v1/summits/{id}", { params: { path: { id: "nowhere" } } });
  expect(missing.error?.type === "/problems/not-found", "an error is a problem, and of no other type");
}

async function write(): Promise<void> {
  const created = await client.POST("/v1/sources", {
    params: { header: { "Idempotency-Key": "from-openapi-fetch" } },
    body: { title: "KCNA, 9 September 2018", published: "2018-09-09", kind: "state_media" },
  });
  const source = found(created);
  expect(created.response.status === 201 && source.published_latest === "2018-09-09", "it is created");

  const path = { id: source.id };
  const patched = await client.PATCH("/v1/sources/{id}", {
    params: { path, header: { "If-Match": created.response.headers.get("ETag") ?? "" } },
    body: { language: "ko", note: null },
    headers: { "Content-Type": "application/merge-patch+json" },
  });
  const changed = found(patched);
  expect(changed.language === "ko" && changed.revision === 2, "it is patched");

  // What was read is a body to write: the service takes the members that it sets itself as they were read.
  const replaced = await client.PUT("/v1/sources/{id}", {
    params: { path, header: { "If-Match": patched.response.headers.get("ETag") ?? "" } },
    body: { ...changed, publisher: "KCNA" },
  });
  expect(found(replaced).publisher === "KCNA", "it is replaced");

  const refused = await client.POST("/v1/sources", { body: { title: " ", published: "2018-02-30", kind: "report" } });
  const problem = refused.error as components["schemas"]["ValidationProblem"];
  const pointers = problem.errors.map((error) => error.pointer).sort().join(" ");
  expect(problem.status === 422 && pointers === "/published /title", `all errors at once, not ${pointers}`);

  const deleted = await client.DELETE("/v1/sources/{id}", { params: { path, header: { "If-Match": "*" } } });
  expect(deleted.response.status === 204, "it is deleted");
  const changes = found(await client.GET("/v1/changes", { params: { query: { type: ["source"], limit: 500 } } }));
  const operations = changes.items.filter((change) => change.id === source.id).map((change) => change.operation);
  expect(operations.join(" ") === "created updated updated deleted", `the feed has each change, not ${operations}`);
}

void read().then(write);

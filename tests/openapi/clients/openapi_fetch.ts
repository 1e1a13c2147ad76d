// The twelve calls with openapi-fetch and the types of openapi-typescript: node openapi_fetch.js KEY URL…

import createClient from "openapi-fetch";
import type { components, paths } from "./peninsula";

declare const process: { argv: string[] };
type Client = ReturnType<typeof createClient<paths>>;

function found<T>(answer: { data?: T; error?: components["schemas"]["Problem"] | components["schemas"]["NotCreatableProblem"] }): T {
  if (answer.data === undefined) throw new Error(answer.error?.detail ?? "no answer");
  return answer.data;
}

async function reads(client: Client) {
  const pages: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 1 } : { limit: 1, cursor };
    const page: components["schemas"]["SummitList"] = found(await client.GET("/v1/summits", { params: { query } }));
    pages.push(...page.items.map((summit) => summit.id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  const summit = found(await client.GET("/v1/summits/{id}", { params: { path: { id: "singapore-2018" } } }));
  const query = { as_of: "2018-09-10", published_until: "2018-09-10" };
  const status = found(await client.GET("/v1/facilities/{id}/status", { params: { path: { id: "sohae" }, query } }));
  const path = { id: "north-korea-2018-09-09" };
  const comparison = found(await client.GET("/v1/parades/{id}/comparison", { params: { path } }));
  const june = { from: "2018-06-01", to: "2018-06-30" };
  const timeline = found(await client.GET("/v1/timeline", { params: { query: june } }));
  const search = found(await client.GET("/v1/search", { params: { query: { q: "singapore" } } }));
  return {
    pages,
    get: [summit.status, summit.date, summit.parties.map((party) => party.country)],
    status: [status.trend, status.last_observed],
    comparison: [comparison.parade.id, comparison.categories.no_longer_shown.map((each) => each.category)],
    timeline: timeline.items.map((each) => [each.kind, each.record.id]),
    search: search.items.map((each) => each.record.id),
  };
}

async function writes(client: Client) {
  const body = { title: "KCNA", published: "2018-09-10", kind: "state_media" } as const;
  const created = await client.POST("/v1/sources", { body });
  const path = { id: found(created).id };
  const patched = await client.PATCH("/v1/sources/{id}", {
    params: { path, header: { "If-Match": created.response.headers.get("ETag") ?? "" } },
    body: { language: "ko" },
    headers: { "Content-Type": "application/merge-patch+json" },
  });
  const replaced = found(await client.PUT("/v1/sources/{id}", {
    params: { path, header: { "If-Match": patched.response.headers.get("ETag") ?? "" } },
    body: { ...found(patched), publisher: "KCNA" },
  }));
  const deleted = await client.DELETE("/v1/sources/{id}", { params: { path, header: { "If-Match": "*" } } });
  const changes = found(await client.GET("/v1/changes", { params: { query: { type: ["source"], limit: 500 } } }));
  const refused = await client.POST("/v1/sources", { body: { title: "No day", published: "2018-02-30", kind: "report" } });
  const problem = refused.error as components["schemas"]["NotCreatableProblem"];
  return {
    create: [created.response.status, found(created).published_latest],
    patch: [found(patched).revision, found(patched).language],
    put: [replaced.revision, replaced.publisher, replaced.kind],
    delete: deleted.response.status,
    changes: changes.items.filter((each) => each.id === path.id).map((each) => each.operation),
    problem: [problem.type, problem.status, (problem.errors ?? []).map((each) => "pointer" in each && each.pointer)],
  };
}

async function main(key: string, urls: string[]): Promise<void> {
  const answers = [];
  for (const baseUrl of urls) {
    const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` } });
    answers.push({ ...(await reads(client)), ...(await writes(client)) });
  }
  console.log(JSON.stringify(answers));
}

const [key, ...urls] = process.argv.slice(2);
void main(key ?? "", urls);

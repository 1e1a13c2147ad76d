// The twelve calls with the client of hey-api's openapi-ts: node hey_api.js KEY URL…

import * as api from "./hey";
import { client } from "./hey/client.gen";

declare const process: { argv: string[] };
const throwOnError = true;
const tag = (answer: { response: Response }) => ({ "If-Match": answer.response.headers.get("ETag") ?? "" });

async function reads() {
  const pages: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = cursor === null ? { limit: 1 } : { limit: 1, cursor };
    const { data: page } = await api.listSummits({ query, throwOnError });
    pages.push(...page.items.map((summit) => summit.id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  const { data: summit } = await api.getSummit({ path: { id: "singapore-2018" }, throwOnError });
  const clocks = { as_of: "2018-09-10", published_until: "2018-09-10" };
  const { data: status } = await api.getFacilityStatus({ path: { id: "sohae" }, query: clocks, throwOnError });
  const { data: comparison } = await api.getParadeComparison({ path: { id: "north-korea-2018-09-09" }, throwOnError });
  const { data: timeline } = await api.getTimeline({ query: { from: "2018-06-01", to: "2018-06-30" }, throwOnError });
  const { data: search } = await api.getSearch({ query: { q: "singapore" }, throwOnError });
  return {
    pages,
    get: [summit.status, summit.date, summit.parties.map((party) => party.country)],
    status: [status.trend, status.last_observed],
    comparison: [comparison.parade.id, comparison.categories.no_longer_shown.map((each) => each.category)],
    timeline: timeline.items.map((each) => [each.kind, each.record.id]),
    search: search.items.map((each) => each.record.id),
  };
}

async function writes() {
  const created = await api.createSource({
    body: { title: "KCNA", published: "2018-09-10", kind: "state_media" },
    throwOnError,
  });
  const path = { id: created.data.id };
  const patched = await api.patchSource({ path, headers: tag(created), body: { language: "ko" }, throwOnError });
  const body = { ...patched.data, publisher: "KCNA" };
  const { data: replaced } = await api.replaceSource({ path, headers: tag(patched), body, throwOnError });
  const deleted = await api.deleteSource({ path, headers: { "If-Match": "*" }, throwOnError });
  const { data: changes } = await api.listChanges({ query: { type: ["source"], limit: 500 }, throwOnError });
  const refused = await api.createSource({ body: { title: "No day", published: "2018-02-30", kind: "report" } });
  const problem = refused.error as api.NotCreatableProblem;
  return {
    create: [created.response.status, created.data.published_latest],
    patch: [patched.data.revision, patched.data.language],
    put: [replaced.revision, replaced.publisher, replaced.kind],
    delete: deleted.response.status,
    changes: changes.items.filter((each) => each.id === path.id).map((each) => each.operation),
    problem: [problem.type, problem.status, (problem.errors ?? []).map((each) => "pointer" in each && each.pointer)],
  };
}

async function main(key: string, urls: string[]): Promise<void> {
  const answers = [];
  for (const baseUrl of urls) {
    client.setConfig({ baseUrl, auth: key });
    answers.push({ ...(await reads()), ...(await writes()) });
  }
  console.log(JSON.stringify(answers));
}

const [key, ...urls] = process.argv.slice(2);
void main(key ?? "", urls);

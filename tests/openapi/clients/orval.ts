// The twelve calls with orval's client: node orval.js KEY URL…

import * as api from "./orval_client";
import { service } from "./orval_fetch";

declare const process: { argv: string[] };

function found<T extends { status: number }, S extends T["status"]>(answer: T, status: S): Extract<T, { status: S }> {
  if (answer.status !== status) throw new Error(JSON.stringify(answer));
  return answer as Extract<T, { status: S }>;
}

const tag = (answer: { headers: Headers }) => ({ headers: { "If-Match": answer.headers.get("ETag") ?? "" } });

async function reads() {
  const pages: string[] = [];
  let cursor: string | null = null;
  do {
    const page: api.SummitList = found(await api.listSummits(cursor === null ? { limit: 1 } : { limit: 1, cursor }), 200).data;
    pages.push(...page.items.map((summit) => summit.id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  const summit = found(await api.getSummit("singapore-2018"), 200).data;
  const clocks = { as_of: "2018-09-10", published_until: "2018-09-10" };
  const status = found(await api.getFacilityStatus("sohae", clocks), 200).data;
  const comparison = found(await api.getParadeComparison("north-korea-2018-09-09"), 200).data;
  const timeline = found(await api.getTimeline({ from: "2018-06-01", to: "2018-06-30" }), 200).data;
  const search = found(await api.getSearch({ q: "singapore" }), 200).data;
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
  const created = found(await api.createSource({ title: "KCNA", published: "2018-09-10", kind: "state_media" }), 201);
  const id = created.data.id;
  const patched = found(await api.patchSource(id, { language: "ko" }, tag(created)), 200);
  const replaced = found(await api.replaceSource(id, { ...patched.data, publisher: "KCNA" }, tag(patched)), 200).data;
  const deleted = found(await api.deleteSource(id, undefined, { headers: { "If-Match": "*" } }), 204);
  const changes = found(await api.listChanges({ type: ["source"], limit: 500 }), 200).data;
  const refused = found(await api.createSource({ title: "No day", published: "2018-02-30", kind: "report" }), 422);
  const problem = refused.data;
  return {
    create: [created.status, created.data.published_latest],
    patch: [patched.data.revision, patched.data.language],
    put: [replaced.revision, replaced.publisher, replaced.kind],
    delete: deleted.status,
    changes: changes.items.filter((each) => each.id === id).map((each) => each.operation),
    problem: [problem.type, problem.status, (problem.errors ?? []).map((each) => "pointer" in each && each.pointer)],
  };
}

async function main(key: string, urls: string[]): Promise<void> {
  const answers = [];
  service.key = key;
  for (const url of urls) {
    service.url = url;
    answers.push({ ...(await reads()), ...(await writes()) });
  }
  console.log(JSON.stringify(answers));
}

const [key, ...urls] = process.argv.slice(2);
void main(key ?? "", urls);

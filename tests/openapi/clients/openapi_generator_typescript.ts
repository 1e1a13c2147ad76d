// The twelve calls with openapi-generator's typescript-fetch: node openapi_generator_typescript.js KEY URL…

import * as api from "./typescript-fetch";

declare const process: { argv: string[] };

async function reads(settings: api.Configuration) {
  const summits = new api.SummitsApi(settings);
  const views = new api.ViewsApi(settings);
  const pages: string[] = [];
  let cursor: string | null = null;
  do {
    const page: api.SummitList = await summits.listSummits(cursor === null ? { limit: 1 } : { limit: 1, cursor });
    pages.push(...page.items.map((summit) => summit.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const summit = await summits.getSummit({ id: "singapore-2018" });
  const clocks = { asOf: "2018-09-10", publishedUntil: "2018-09-10" };
  const status = await new api.FacilitiesApi(settings).getFacilityStatus({ id: "sohae", ...clocks });
  const comparison = await new api.ParadesApi(settings).getParadeComparison({ id: "north-korea-2018-09-09" });
  const timeline = await views.getTimeline({ from: "2018-06-01", to: "2018-06-30" });
  const search = await views.getSearch({ q: "singapore" });
  return {
    pages,
    get: [summit.status, summit.date, summit.parties.map((party) => party.country)],
    status: [status.trend, status.lastObserved],
    comparison: [comparison.parade.id, comparison.categories.noLongerShown.map((each) => each.category)],
    timeline: timeline.items.map((each) => [each.kind, each.record.id]),
    search: search.items.map((each) => each.record.id),
  };
}

async function refused(sources: api.SourcesApi) {
  try {
    await sources.createSource({ sourceWrite: { title: "No day", published: "2018-02-30", kind: "report" } });
  } catch (error) {
    if (!(error instanceof api.ResponseError)) throw error;
    const body = await error.response.json();
    const problem = api.ProblemFromJSON(body);
    const isInvalid = problem.type === "/problems/validation-failed";
    const errors = isInvalid ? api.ValidationProblemFromJSON(body).errors : [];
    return [problem.type, problem.status, errors.map((each) => each.pointer)];
  }
  throw new Error("30 February was taken");
}

async function writes(settings: api.Configuration) {
  const sources = new api.SourcesApi(settings);
  const tag = (answer: api.ApiResponse<unknown>) => answer.raw.headers.get("ETag") ?? "";
  const created = await sources.createSourceRaw({ sourceWrite: { title: "KCNA", published: "2018-09-10", kind: "state_media" } });
  const source = await created.value();
  const id = source.id;
  const patched = await sources.patchSourceRaw({ id, ifMatch: tag(created), sourcePatch: { language: "ko" } });
  const changed = await patched.value();
  const replaced = await sources.replaceSource({ id, ifMatch: tag(patched), sourceWrite: { ...changed, publisher: "KCNA" } });
  const deleted = await sources.deleteSourceRaw({ id, ifMatch: "*" });
  const changes = await new api.ServiceApi(settings).listChanges({ type: ["source"], limit: 500 });
  return {
    create: [created.raw.status, source.publishedLatest],
    patch: [changed.revision, changed.language],
    put: [replaced.revision, replaced.publisher, replaced.kind],
    delete: deleted.raw.status,
    changes: changes.items.filter((each) => each.id === id).map((each) => each.operation),
    problem: await refused(sources),
  };
}

async function main(key: string, urls: string[]): Promise<void> {
  const answers = [];
  for (const basePath of urls) {
    const settings = new api.Configuration({ basePath, accessToken: key });
    answers.push({ ...(await reads(settings)), ...(await writes(settings)) });
  }
  console.log(JSON.stringify(answers));
}

const [key, ...urls] = process.argv.slice(2);
void main(key ?? "", urls);

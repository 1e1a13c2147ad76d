// What programs do with the client: node program.js URL KEY PROXY runs every scene, and fails in the first that is not as it should be.

import {
  BadRequestError, ConflictError, ConnectionError, IncompatibleServiceError, InvalidError, NotFoundError, Peninsula, PreconditionFailedError,
  ProblemError, RateLimitedError, type Schemas, VERSION,
} from "@peninsula/client";

declare const process: { argv: string[] };

const [baseUrl, token, proxy] = process.argv.slice(2) as [string, string, string];
const reader = new Peninsula({ baseUrl: `${baseUrl}/` });
const writer = new Peninsula({ baseUrl, token });
const through = (behaviour: string): Peninsula => new Peninsula({ baseUrl: `${proxy}/${behaviour}`, token });

function expect(truth: boolean, what: string): asserts truth {
  if (!truth) throw new Error(what);
}

function equal(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  expect(a === b, `${what}: ${a}, not ${b}`);
}

async function thrown<E extends Error>(kind: new (...parts: never[]) => E, promise: PromiseLike<unknown>): Promise<E> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  if (error instanceof kind) return error;
  throw new Error(`${kind.name} was expected, not ${String(error)}`);
}

const draft = (id: string): Schemas["SourceWrite"] => ({ id, title: `Source ${id}`, published: "2018-09-09", kind: "report" });

async function read(): Promise<void> {
  const first = await reader.summits.list({ limit: 1 });
  expect(first.items.length === 1 && first.next_cursor !== null, "awaited, a list is its first page");
  const ids: string[] = [];
  for await (const summit of reader.summits.list({ limit: 1 })) ids.push(summit.id);
  expect(ids.length >= 2 && new Set(ids).size === ids.length, "pages skip or repeat a summit");
  const pages: number[] = [];
  for await (const page of reader.summits.list({ limit: 1 }).pages()) pages.push(page.items.length);
  equal(pages, ids.map(() => 1), "page by page");
  equal((await reader.summits.list().toArray(1)).length, 1, "at most so many");
  const held = await reader.summits.list({ status: ["held", "coordinating"], party: "Donald Trump" });
  expect(held.items.every((summit) => summit.status === "held" || summit.status === "coordinating"), "several values mean any of them");
  const summit = await reader.summits.get("singapore-2018");
  const status: Schemas["SummitStatus"] | (string & {}) | null = summit.status;
  equal([summit.type, status], ["summit", "held"], "a record");
}

async function view(): Promise<void> {
  const then = reader.at({ as_of: "2018-05-31" });
  equal((await then.summits.get("singapore-2018")).status, "coordinating", "as_of");
  equal((await then.at({ published_until: "2018-03-01" }).summits.get("singapore-2018")).status, null, "published_until beside it");
  const refused = await thrown(BadRequestError, then.sources.list());
  expect(refused.detail.includes("as_of"), "a clock that a read lacks is refused by name");
  const { recorded_at, self } = (await reader.changes({ limit: 1 })).items[0]!;
  expect((await reader.at({ known_at: recorded_at }).changes()).items.some((change) => change.self === self), "known_at");

  const [facility] = (await reader.facilities.list({ limit: 1 })).items;
  expect(facility !== undefined, "there is a facility");
  const found = await reader.facilities.status(facility.id);
  equal([found.facility.id, (await reader.facilities.statusPeriods(facility.id)).facility.id], [facility.id, facility.id], "status and periods");
  expect((await reader.facilities.statusHistory(facility.id).toArray()).length > 0, "the history of the status");
  const [parade] = (await reader.parades.list({ limit: 1 })).items;
  expect(parade !== undefined, "there is a parade");
  equal((await reader.parades.comparison(parade.id)).parade.id, parade.id, "comparison");
  expect((await reader.presence({ limit: 1 })).parades.length === 1, "presence");
  expect((await reader.timeline({ from: "2018", to: "2018" }).toArray()).length > 0, "timeline");
  expect((await reader.search({ q: "trump" }).toArray(1)).length === 1, "search");
  expect((await reader.findings.list().toArray(1)).length === 1, "rows");
  expect((await reader.situation({ as_of: "2018-09-10" })).reference_date === "2018-09-10", "situation");
  equal((await reader.read("/healthz")).status, "ok", "any path");
  const table = await (await reader.send("GET", "/v1/summits.csv", { query: { fields: "id" }, headers: { Accept: "text/csv" } })).text();
  expect(table.startsWith("id"), "other formats");
  const revisions = await reader.summits.revisions("singapore-2018").toArray();
  equal((await reader.summits.revision("singapore-2018", revisions[0]!.revision)).revision, revisions[0]!.revision, "revisions");
}

async function write(): Promise<void> {
  const created = await writer.sources.create(draft("first"));
  await thrown(ConflictError, writer.sources.create(draft("first")));
  const patched = await writer.sources.update(created, { language: "ko", note: null });
  equal([patched.language, patched.revision], ["ko", 2], "a patch of what was read");
  await thrown(PreconditionFailedError, writer.sources.update(created, { language: "en" }));
  const replaced = await writer.sources.replace({ ...patched, publisher: "KCNA" });
  equal([replaced.publisher, replaced.revision], ["KCNA", 3], "what was read is sent back");

  const listed = (await writer.sources.list({ id: ["first"] })).items[0]!;
  const stale = await thrown(PreconditionFailedError, writer.sources.delete({ ...listed, revision: 2 }));
  expect(stale.detail.includes("revision 3, not 2"), "what has no tag is compared by its revision");
  equal((await writer.sources.update(listed, { language: "en" })).revision, 4, "an item of a list");
  equal((await writer.sources.update("first", { language: "de" })).revision, 5, "an id alone");
  await writer.sources.delete("first", { reason: "A test" });
  equal((await writer.sources.replace({ ...draft("second"), id: "second" })).revision, 1, "what has no revision is created");
  await thrown(PreconditionFailedError, writer.sources.replace({ ...draft("second"), id: "second" }));
  await writer.sources.delete("second");

  const invalid = await thrown(InvalidError, writer.sources.create({ title: " ", published: "2018-02-30", kind: "report" }));
  equal(invalid.errors.map((each) => each.pointer).sort(), ["/published", "/title"], "errors with their pointers");
  expect(invalid.message.includes("/published: ") && invalid.type === "/problems/validation-failed", "the message names them");
}

/** What the compiler finds before the service would; none of these is called. */
function mistakes(): PromiseLike<unknown>[] {
  return [
    // @ts-expect-error a misspelt parameter
    writer.summits.list({ staus: ["held"] }),
    // @ts-expect-error a value that no release takes
    writer.summits.list({ status: ["hled"] }),
    // @ts-expect-error a member that a source does not have
    writer.sources.create({ ...draft("x"), titel: "x" }),
    // @ts-expect-error a required member is missing
    writer.sources.create({ title: "x", kind: "report" }),
    // @ts-expect-error a list without one of its filters
    writer.sources.list({ party_country: ["USA"] }),
  ];
}

async function follow(): Promise<void> {
  const before = (await reader.index()).last_seq;
  const stop = new AbortController();
  const feed = reader.following({ after: before, type: ["source"], everySeconds: 0.05, signal: stop.signal });
  const seen: string[] = [];
  const given = feed[Symbol.asyncIterator]();
  const coming = given.next();
  const source = await writer.sources.create(draft("followed"));
  seen.push((await coming).value!.operation);
  const stored = JSON.parse(JSON.stringify(feed.position)) as string;
  await writer.sources.update(source, { language: "ko" });
  await writer.sources.delete("followed");
  for await (const change of reader.following({ after: stored, type: ["source"], everySeconds: 0.05 })) {
    if (seen.push(change.operation) === 3) break;
  }
  equal(seen, ["created", "updated", "deleted"], "after a stored position nothing is missed or repeated");
  const waiting = reader.following({ after: "latest", signal: stop.signal })[Symbol.asyncIterator]().next();
  stop.abort(new Error("enough"));
  equal((await thrown(Error, waiting)).message, "enough", "a signal ends the wait");
  await thrown(ProblemError, reader.following({ after: `${before}:${"0".repeat(64)}` })[Symbol.asyncIterator]().next());
}

async function endure(): Promise<void> {
  equal((await through("busy").summits.get("singapore-2018")).id, "singapore-2018", "429 and 503 are waited for");
  equal((await through("torn").summits.get("singapore-2018")).id, "singapore-2018", "half an answer is asked for again");
  equal((await through("lost").sources.create(draft("lost"))).id, "lost", "a lost answer is asked for again, and creates nothing twice");
  equal((await writer.sources.revisions("lost").toArray()).length, 1, "one revision");
  await thrown(ConnectionError, through("lost").sources.update("lost", { language: "ko" }));
  equal((await writer.sources.get("lost")).revision, 2, "a patch whose answer was lost is not sent again");
  await thrown(RateLimitedError, through("long").summits.get("singapore-2018"));
  await thrown(TypeError, Promise.resolve().then(() => reader.summits.get("..")));
  await thrown(TypeError, Promise.resolve().then(() => reader.send("GET", "/v1", { headers: { "X-Request-ID": "한국" } })));
  const nowhere = new Peninsula({ baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
  expect((await thrown(ConnectionError, nowhere.index())).message.startsWith("GET http://127.0.0.1:9/v1 had no whole answer: "), "nobody there");
  const moved = new Peninsula({ baseUrl: `${proxy}/moved`, token, maxRetries: 0 });
  equal((await moved.summits.get("singapore-2018")).id, "singapore-2018", "a read is redirected");
  expect((await thrown(ConnectionError, moved.sources.create(draft("moved")))).message.includes("redirect"), "a write is not");
  const page = await thrown(ProblemError, through("page").situation());
  equal([page.status, page.type], [500, "about:blank"], "an error that is no problem");
}

async function meetLaterReleases(): Promise<void> {
  const later = through("later");
  const summit = await later.summits.get("singapore-2018");
  equal([summit.status, (summit as { added?: unknown }).added], ["brand_new", true], "members and values pass");
  expect((await later.summits.list().toArray()).length >= 2, "in lists too");
  const missing = await thrown(NotFoundError, later.summits.get("nowhere"));
  equal(missing.type, "/problems/brand-new", "an unknown type has the class of its status");
  const other = await thrown(IncompatibleServiceError, through("major").summits.get("singapore-2018"));
  expect(other.message.includes("has no /v1") && other.message.includes("Peninsula 2.0.0"), other.message);
  await thrown(IncompatibleServiceError, through("site").summits.list());
  expect(/^\d+\.\d+\.\d+/.test(VERSION), "it knows its version");
}

expect(mistakes.length === 0, "it takes nothing");
for (const scene of [read, view, write, follow, endure, meetLaterReleases]) await scene();

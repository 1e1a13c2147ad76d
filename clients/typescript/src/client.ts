// The client: a resource for each record type, a method for each view.

import { Following, type Position } from "./feed.js";
import { List } from "./paging.js";
import { type Access, encodeId, type ItemOf, listOf, read, Resource } from "./resource.js";
import type { paths } from "./schema.js";
import { type ClientOptions, type Parameters, type RequestOptions, Transport } from "./transport.js";
import type { Answer, CallOptions, Clocks, Collection, Operation, Page, Query, ReadPath } from "./types.js";

type Get<P extends keyof paths> = Operation<P, "get">;
type Listed<P extends keyof paths> = List<ItemOf<Get<P>>, Answer<Get<P>> & Page<ItemOf<Get<P>>>>;
type FeedFilter = Omit<Query<Get<"/v1/changes">>, "after" | "chain" | "before">;

/** For `following()`: where to begin, which changes, how often to ask. */
export type FollowingOptions = FeedFilter & CallOptions & {
  /** A stored `position`, a change of the feed, its number, or `latest`; 0, the beginning, if not given. */
  after?: Position | undefined;
  /** How long to wait where nothing is new, in seconds; 30 if not given. */
  everySeconds?: number | undefined;
};

export class Parades extends Resource<"parades"> {
  /** Compare a parade with an earlier one (`with`): what is new, what was no longer shown. */
  comparison(id: string, query?: Query<Get<"/v1/parades/{id}/comparison">>, options?: CallOptions): Promise<Answer<Get<"/v1/parades/{id}/comparison">>> {
    return this.view(id, "comparison", query, options);
  }
}

export class Facilities extends Resource<"facilities"> {
  /** The state of each component, its trend, and what that rests on. */
  status(id: string, query?: Query<Get<"/v1/facilities/{id}/status">>, options?: CallOptions): Promise<Answer<Get<"/v1/facilities/{id}/status">>> {
    return this.view(id, "status", query, options);
  }

  /** The days on which the status changed, oldest first. */
  statusHistory(id: string, query?: Query<Get<"/v1/facilities/{id}/status/history">>, options?: CallOptions): Listed<"/v1/facilities/{id}/status/history"> {
    return listOf(this.access, `/v1/facilities/${encodeId(id)}/status/history`, query, options);
  }

  /** For each component the periods of one state. */
  statusPeriods(
    id: string,
    query?: Query<Get<"/v1/facilities/{id}/status/periods">>,
    options?: CallOptions,
  ): Promise<Answer<Get<"/v1/facilities/{id}/status/periods">>> {
    return this.view(id, "status/periods", query, options);
  }
}

/** The parts of records of one kind, a row each, with the record, the pointer, the date and the citations. */
export class Rows<P extends ReadPath> {
  readonly #access: Access;
  readonly #path: P;

  constructor(access: Access, path: P) {
    this.#access = access;
    this.#path = path;
  }

  /** List rows: `await` gives the first page, `for await` every row. */
  list(query?: Query<Get<P>>, options?: CallOptions): Listed<P> {
    return listOf(this.#access, this.#path, query, options);
  }
}

/** A client of one service. It holds no state, and may be shared. */
export class Peninsula implements Record<Collection, unknown> {
  readonly sources: Resource<"sources">;
  readonly systems: Resource<"systems">;
  readonly actors: Resource<"actors">;
  readonly summits: Resource<"summits">;
  readonly communications: Resource<"communications">;
  readonly parades: Parades;
  readonly facilities: Facilities;
  readonly observations: Resource<"observations">;
  /** The steps of summits. */
  readonly steps: Rows<"/v1/steps">;
  /** The systems that parades showed or left out. */
  readonly appearances: Rows<"/v1/appearances">;
  /** What observations found. */
  readonly findings: Rows<"/v1/findings">;
  /** What somebody says or denies. */
  readonly claims: Rows<"/v1/claims">;
  readonly #access: Access;

  constructor(options: ClientOptions | Access) {
    const access = "transport" in options ? options : { transport: new Transport(options), clocks: {} };
    this.#access = access;
    this.sources = new Resource(access, "sources");
    this.systems = new Resource(access, "systems");
    this.actors = new Resource(access, "actors");
    this.summits = new Resource(access, "summits");
    this.communications = new Resource(access, "communications");
    this.parades = new Parades(access, "parades");
    this.facilities = new Facilities(access, "facilities");
    this.observations = new Resource(access, "observations");
    this.steps = new Rows(access, "/v1/steps");
    this.appearances = new Rows(access, "/v1/appearances");
    this.findings = new Rows(access, "/v1/findings");
    this.claims = new Rows(access, "/v1/claims");
  }

  /**
   * Return a client whose reads are under these clocks. They go with every read: one that has no such clock is refused by the
   * service (400 names the parameter), not answered without it. Writes are as ever.
   */
  at(clocks: Clocks): Peninsula {
    return new Peninsula({ transport: this.#access.transport, clocks: { ...this.#access.clocks, ...clocks } });
  }

  /** What there is: links, coverage, the newest change number. */
  index(options?: CallOptions): Promise<Answer<Get<"/v1">>> {
    return this.read("/v1", {}, options);
  }

  /** The state of play on a day: summits, letters, the last parade, the facilities. */
  situation(query?: Query<Get<"/v1/situation">>, options?: CallOptions): Promise<Answer<Get<"/v1/situation">>> {
    return this.read("/v1/situation", query, options);
  }

  /** What happened, across record types, in order. */
  timeline(query?: Query<Get<"/v1/timeline">>, options?: CallOptions): Listed<"/v1/timeline"> {
    return this.#list("/v1/timeline", query, options);
  }

  /** Search the words of all records. */
  search(query: Query<Get<"/v1/search">>, options?: CallOptions): Listed<"/v1/search"> {
    return this.#list("/v1/search", query, options);
  }

  /** Which systems each of many parades showed, one page of parades. */
  presence(query?: Query<Get<"/v1/presence">>, options?: CallOptions): Promise<Answer<Get<"/v1/presence">>> {
    return this.read("/v1/presence", query, options);
  }

  /** One stretch of the change feed; `following()` reads on. */
  changes(query?: Query<Get<"/v1/changes">>, options?: CallOptions): Promise<Answer<Get<"/v1/changes">>> {
    return this.read("/v1/changes", query, options);
  }

  /** Follow the change feed from a position, or from the beginning; `{after: "latest"}` begins with what comes next. */
  following({ after = 0, everySeconds = 30, signal, headers, ...filter }: FollowingOptions = {}): Following {
    return new Following((position) => read(this.#access, "/v1/changes", { ...filter, ...position }, { signal, headers }), after, everySeconds, signal);
  }

  /** Read any path without a placeholder: `client.read("/readyz")`. */
  read<P extends ReadPath>(path: P, query?: Query<Get<P>>, options?: CallOptions): Promise<Answer<Get<P>>> {
    return read(this.#access, path, query, options);
  }

  /** Send any request, for what the description leaves out: other formats, `fields`, `expand`, import and export. */
  send(method: string, path: string, options?: RequestOptions): Promise<Response> {
    const clocks = method === "GET" || method === "HEAD" ? this.#access.clocks : {};
    return this.#access.transport.send(method, path, { ...options, query: { ...clocks, ...options?.query } });
  }

  #list<P extends ReadPath>(path: P, query?: Parameters, options?: CallOptions): Listed<P> {
    return listOf(this.#access, path, query, options);
  }
}

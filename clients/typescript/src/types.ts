// What each call takes and answers, worked out from the generated description.

import type { components, paths } from "./schema.js";

/** The shapes of the description by name: `Schemas["Summit"]`. */
export type Schemas = components["schemas"];

type Method = "get" | "post" | "put" | "patch" | "delete";

export type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? NonNullable<paths[P][M]> : never;

/** The query parameters of an operation. */
export type Query<O> = O extends { parameters: { query?: infer Q } } ? ([Q] extends [undefined] ? NoQuery : NonNullable<Q>) : NoQuery;
type NoQuery = Record<never, never>;

/** The JSON of a successful answer. */
export type Answer<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201)]> : never;
type Json<R> = R extends { content: { "application/json": infer A } } ? A : never;

/** What is sent with an operation. */
export type Body<O> = O extends { requestBody: { content: infer C } } ? C[keyof C] : never;

/** The paths that can be read whole: those without a placeholder. */
export type ReadPath = { [P in keyof paths]: P extends `${string}{${string}` ? never : paths[P] extends { get: object } ? P : never }[keyof paths];

/** The plural name of a record type, as in its path: `summits`. */
export type Collection = keyof { [P in keyof paths as P extends `/v1/${infer Name}/{id}` ? Name : never]: true };

/** A record as it is read. */
export type RecordOf<Name extends Collection> = Answer<Operation<`/v1/${Name}/{id}`, "get">>;

/** One page: the records, and where the next begins (null on the last). */
export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** The three clocks: what was so on a day, what the public could know by a day, what the service held at an instant. */
export interface Clocks {
  /** `2018-09-10` */
  as_of?: string | undefined;
  /** `2018-09-10` */
  published_until?: string | undefined;
  /** `2026-11-30T12:00:00Z` */
  known_at?: string | undefined;
}

/** For one call: what cancels it, and further header fields. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  headers?: Record<string, string> | undefined;
}

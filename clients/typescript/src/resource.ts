// The records of one type: list, read, write.

import { PreconditionFailedError } from "./problems.js";
import { List } from "./paging.js";
import type { Parameters, RequestOptions, Transport } from "./transport.js";
import type { Answer, Body, CallOptions, Collection, Operation, Page, Query, RecordOf } from "./types.js";

export type ListPath<Name extends Collection> = `/v1/${Name}`;
export type ItemPath<Name extends Collection> = `/v1/${Name}/{id}`;
type RevisionsPath<Name extends Collection> = `/v1/${Name}/{id}/revisions`;
type RevisionPath<Name extends Collection> = `/v1/${Name}/{id}/revisions/{number}`;

/** A record as it was read: enough to tell which, and which revision. */
export interface Revised {
  id: string;
  revision: number;
}

// Carried by what was read and copied by `{...record}`; JSON leaves it out.
const TAG = Symbol("ETag");

/** How resources reach the service: with the clocks of their client on reads. */
export interface Access {
  readonly transport: Transport;
  readonly clocks: Parameters;
}

/** The items of a page that an operation answers. */
export type ItemOf<O> = Answer<O> extends { items: (infer Item)[] } ? Item : never;

export class Resource<Name extends Collection> {
  protected readonly access: Access;
  readonly #path: string;

  constructor(access: Access, name: Name) {
    this.access = access;
    this.#path = `/v1/${name}`;
  }

  /** List records: `await` gives the first page, `for await` every record. */
  list(
    query?: Query<Operation<ListPath<Name>, "get">>,
    options?: CallOptions,
  ): List<ItemOf<Operation<ListPath<Name>, "get">>, Answer<Operation<ListPath<Name>, "get">> & Page<ItemOf<Operation<ListPath<Name>, "get">>>> {
    return listOf(this.access, this.#path, query, options);
  }

  /** Get a record by its id. */
  async get(id: string, query?: Query<Operation<ItemPath<Name>, "get">>, options?: CallOptions): Promise<RecordOf<Name>> {
    return this.#tagged("GET", this.#of(id), { ...options, query: { ...this.access.clocks, ...query } });
  }

  /** Create a record. An `Idempotency-Key` is sent with it, so that a repeat after a lost answer creates nothing twice. */
  async create(body: Body<Operation<ListPath<Name>, "post">>, options?: CallOptions): Promise<RecordOf<Name>> {
    const headers = { "Idempotency-Key": idempotencyKey(), ...options?.headers };
    return this.#tagged("POST", this.#path, { ...options, headers, body });
  }

  /**
   * Change parts of a record (JSON Merge Patch: null removes a member, arrays are replaced whole).
   *
   * @param record the record that was read, which must not have been revised since (else a PreconditionFailedError), or its id:
   *   the changes are made whatever its revision.
   */
  async update(record: Revised | string, changes: Body<Operation<ItemPath<Name>, "patch">>, options?: CallOptions): Promise<RecordOf<Name>> {
    const headers = { "If-Match": await this.#precondition(record, options), ...options?.headers };
    const contentType = "application/merge-patch+json";
    return this.#tagged("PATCH", this.#of(record), { ...options, headers, body: changes, contentType });
  }

  /**
   * Replace a record by what was read and changed, `{...record, note: "…"}`; it must not have been revised since. One without a
   * `revision` is created, under its id.
   */
  async replace(
    record: (RecordOf<Name> & Revised) | (Body<Operation<ItemPath<Name>, "put">> & { id: string; revision?: never }),
    options?: CallOptions,
  ): Promise<RecordOf<Name>> {
    const { id, revision } = record;
    const headers: Record<string, string> =
      revision === undefined ? { "If-None-Match": "*" } : { "If-Match": await this.#precondition({ ...record, id, revision }, options) };
    return this.#tagged("PUT", this.#of(id), { ...options, headers: { ...headers, ...options?.headers }, body: record });
  }

  /** Delete a record: the one that was read, if it was not revised since, or that of an id, whatever its revision. */
  async delete(record: Revised | string, options?: CallOptions & Query<Operation<ItemPath<Name>, "delete">>): Promise<void> {
    const { signal, headers: further, ...query } = (options ?? {}) as CallOptions & Parameters;
    const headers = { "If-Match": await this.#precondition(record, options), ...further };
    await this.access.transport.send("DELETE", this.#of(record), { signal, headers, query });
  }

  /** List the revisions of a record, newest first: who wrote it when, and what changed. */
  revisions(
    id: string,
    query?: Query<Operation<RevisionsPath<Name>, "get">>,
    options?: CallOptions,
  ): List<ItemOf<Operation<RevisionsPath<Name>, "get">>> {
    return listOf(this.access, `${this.#of(id)}/revisions`, query, options);
  }

  /** Get a revision of a record by its number. */
  revision(
    id: string,
    number: number,
    query?: Query<Operation<RevisionPath<Name>, "get">>,
    options?: CallOptions,
  ): Promise<Answer<Operation<RevisionPath<Name>, "get">>> {
    return read(this.access, `${this.#of(id)}/revisions/${number}`, query, options);
  }

  protected view<T>(id: string, name: string, query?: Parameters, options?: CallOptions): Promise<T> {
    return read(this.access, `${this.#of(id)}/${name}`, query, options);
  }

  #of(record: Revised | string): string {
    return `${this.#path}/${encodeId(typeof record === "string" ? record : record.id)}`;
  }

  async #tagged(method: string, path: string, options: RequestOptions): Promise<RecordOf<Name>> {
    const { data, headers } = await this.access.transport.json<RecordOf<Name>>(method, path, options);
    const tag = headers.get("ETag");
    return tag === null ? data : Object.assign(data as object, { [TAG]: tag }) as RecordOf<Name>;
  }

  /** The entity tag of the revision that was read; what comes from a list has none, and is compared by its number. */
  async #precondition(record: Revised | string, options?: CallOptions): Promise<string> {
    if (typeof record === "string") return "*";
    const carried = (record as { [TAG]?: string })[TAG];
    if (carried !== undefined) return carried;
    const path = this.#of(record);
    const current = await this.#tagged("GET", path, { signal: options?.signal }) as Revised & { [TAG]?: string };
    if (current.revision === record.revision && current[TAG] !== undefined) return current[TAG];
    throw new PreconditionFailedError({
      type: "/problems/precondition-failed",
      title: "The record was revised since it was read",
      status: 412,
      detail: `${path} is at revision ${current.revision}, not ${record.revision}.`,
      instance: path,
    });
  }
}

export async function read<T>(access: Access, path: string, query?: Parameters, options?: CallOptions): Promise<T> {
  return (await access.transport.json<T>("GET", path, { ...options, query: { ...access.clocks, ...query } })).data;
}

export function listOf<Item, P extends Page<Item>>(access: Access, path: string, query?: Parameters, options?: CallOptions): List<Item, P> {
  return new List<Item, P>((cursor) => read<P>(access, path, { ...query, ...(cursor !== undefined && { cursor }) }, options));
}

/** Return an id as a part of a path; throws a TypeError for what would name another path. */
export function encodeId(id: string): string {
  if (!id || id === "." || id === "..") throw new TypeError(`"${id}" is not the id of a record`);
  return encodeURIComponent(id);
}

/** A random key; `crypto.randomUUID` is missing in pages that came over plain HTTP. */
function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

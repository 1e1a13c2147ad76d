// A list: awaited it is its first page, iterated all of its items.

import type { Page } from "./types.js";

/** `await list` is the first page, `for await (const item of list)` reads on until the end, page by page. */
export class List<Item, P extends Page<Item> = Page<Item>> implements PromiseLike<P>, AsyncIterable<Item> {
  readonly #read: (cursor: string | undefined) => Promise<P>;

  constructor(read: (cursor: string | undefined) => Promise<P>) {
    this.#read = read;
  }

  then<A = P, B = never>(
    fulfilled?: ((page: P) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#read(undefined).then(fulfilled, rejected);
  }

  /** The pages, one after the other. */
  async *pages(): AsyncGenerator<P, void, void> {
    let cursor: string | undefined;
    do {
      const page = await this.#read(cursor);
      yield page;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, void> {
    for await (const page of this.pages()) yield* page.items;
  }

  /** All items, in memory; stops after `limit`, if that is given. */
  async toArray(limit = Infinity): Promise<Item[]> {
    const items: Item[] = [];
    if (limit <= 0) return items;
    for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }
}

// Follows the change feed, from a position that can be stored.

import type { Schemas } from "./types.js";
import { pause } from "./transport.js";

export type Change = Schemas["Change"];

/** Where to begin: after a stored `position`, a change, or a number of the feed; or `latest`, its end. */
export type Position = string | number | Pick<Change, "seq" | "chain">;

type ReadChanges = (position: { after: string | number; chain?: string }) => Promise<Schemas["ChangeList"]>;

/**
 * The changes after a position, oldest first, and then each new one; the loop ends when it is left, or its signal is aborted.
 * Store `position` after each change: who goes on from there misses nothing and sees nothing twice, and gets a GoneError where the
 * service's history is another one (it was restored from a backup).
 */
export class Following implements AsyncIterable<Change> {
  /** Where to go on from: after the change that was given last. */
  position: string;
  readonly #read: ReadChanges;
  readonly #everySeconds: number;
  readonly #signal: AbortSignal | undefined;

  constructor(read: ReadChanges, from: Position, everySeconds: number, signal?: AbortSignal | undefined) {
    this.position = typeof from === "object" ? positionOf(from.seq, from.chain) : String(from);
    this.#read = read;
    this.#everySeconds = everySeconds;
    this.#signal = signal;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Change, void, void> {
    while (true) {
      const [after = "0", chain] = this.position.split(":");
      const { items, next_after, next_chain, last_seq } = await this.#read({ after, ...(chain && { chain }) });
      for (const change of items) {
        this.position = positionOf(change.seq, change.chain);
        yield change;
      }
      this.position = positionOf(next_after, next_chain);
      const isAtEnd = next_after >= last_seq || String(next_after) === after;
      if (isAtEnd) await pause(this.#everySeconds, this.#signal);
    }
  }
}

function positionOf(seq: number, chain: string): string {
  return `${seq}:${chain}`;
}

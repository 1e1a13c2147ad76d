// Sends requests: address, key, query, waits and retries.

import { ConnectionError, IncompatibleServiceError, isProblem, problemOf } from "./problems.js";
import type { CallOptions } from "./types.js";

export interface ClientOptions {
  /** Where the service is: `https://peninsula.example`, with the prefix that a proxy adds, if any. */
  baseUrl: string;
  /** A key; reads need none, unless the operator requires one. */
  token?: string | undefined;
  /** How often a request is sent again after the first time; 3 if not given. */
  maxRetries?: number | undefined;
  /** The longest wait before a request is sent again, in seconds; 60 if not given. An answer that asks for more is thrown. */
  maxWaitSeconds?: number | undefined;
  /** Sends the requests; the platform's own `fetch` if not given. */
  fetch?: typeof fetch | undefined;
  /** Header fields of every request. */
  headers?: Record<string, string> | undefined;
}

export type Parameters = Record<string, unknown>;

export interface RequestOptions extends CallOptions {
  query?: Parameters | undefined;
  /** An object is sent as JSON; a string or bytes as they are. */
  body?: unknown;
  contentType?: string | undefined;
}

// What a proxy or the service says of a moment, not of the request.
const MOMENTARY = new Set([429, 502, 503, 504]);
const IN_PROGRESS = "/problems/idempotency-in-progress";
const FIRST_WAIT_SECONDS = 0.5;

export class Transport {
  readonly #baseUrl: string;
  readonly #options: ClientOptions;
  #hasAnswered = false;

  constructor(options: ClientOptions) {
    if (!/^https?:\/\//.test(options.baseUrl)) throw new TypeError(`baseUrl is no http or https URL: ${options.baseUrl}`);
    this.#baseUrl = options.baseUrl.replace(/\/+$/, "");
    this.#options = options;
  }

  /** Send a request; returns the answer, of whatever format. Throws a ProblemError for 400 and above. */
  send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
    return this.#exchange(method, path, options, (response) => response);
  }

  /** Send a request for JSON; returns what was answered, and its header fields. */
  json<T>(method: string, path: string, options: RequestOptions = {}): Promise<{ data: T; headers: Headers }> {
    return this.#exchange(method, path, options, async (response) => {
      const type = response.headers.get("Content-Type") ?? "nothing";
      if (!type.includes("json")) {
        throw new IncompatibleServiceError(`${this.#baseUrl}${path} answered ${type}, not JSON; is baseUrl the address of Peninsula?`);
      }
      return { data: (await response.json()) as T, headers: response.headers };
    });
  }

  async #exchange<T>(method: string, path: string, options: RequestOptions, read: (response: Response) => T | Promise<T>): Promise<T> {
    const { maxRetries = 3, maxWaitSeconds = 60, fetch: send = fetch } = this.#options;
    const url = `${this.#baseUrl}${path}${queryString(options.query)}`;
    const headers = this.#headers(options);
    const request = this.#request(method, headers, options);
    const isSafe = method === "GET" || method === "HEAD" || headers.has("Idempotency-Key");
    for (let attempt = 0; ; attempt++) {
      let response: Response | undefined;
      let wait: number;
      try {
        response = await send(url, request);
        if (response.status < 400) {
          const answer = await read(response);
          this.#hasAnswered ||= path.startsWith("/v1");
          return answer;
        }
        wait = await secondsToWait(response, attempt, isSafe);
      } catch (error) {
        if (options.signal?.aborted || error instanceof IncompatibleServiceError) throw error;
        if (attempt >= maxRetries || !isSafe) throw new ConnectionError(`${method} ${url} had no whole answer: ${reasonOf(error)}`, { cause: error });
        response = undefined;
        wait = backoff(attempt);
      }
      if (response && (attempt >= maxRetries || wait > maxWaitSeconds)) throw await this.#failure(response);
      await response?.body?.cancel();
      await pause(wait, options.signal);
    }
  }

  /** Throws a TypeError for what no header field can carry. */
  #headers({ body, contentType = "application/json", headers }: RequestOptions): Headers {
    const sent = new Headers({ Accept: "application/json" });
    if (this.#options.token) sent.set("Authorization", `Bearer ${this.#options.token}`);
    if (body !== undefined) sent.set("Content-Type", contentType);
    for (const [name, value] of Object.entries({ ...this.#options.headers, ...headers })) sent.set(name, value);
    return sent;
  }

  #request(method: string, headers: Headers, { body, signal }: RequestOptions): RequestInit {
    // A redirect would make a GET of a POST, and its answer look like the record that was created.
    const redirect = method === "GET" || method === "HEAD" ? "follow" : "error";
    const request: RequestInit = { method, headers, redirect, signal: signal ?? null };
    if (body !== undefined) request.body = typeof body === "string" || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
    return request;
  }

  /** The first path that is not found may mean that there is no `/v1`: say so. */
  async #failure(response: Response): Promise<Error> {
    const failure = await problemOf(response);
    const isFirst = response.status === 404 && !this.#hasAnswered;
    return (isFirst && (await this.#incompatibility())) || failure;
  }

  async #incompatibility(): Promise<Error | undefined> {
    const index = await this.#look<{ last_seq?: number }>("/v1");
    if (!index || index.last_seq !== undefined) return undefined;
    const info = (await this.#look<{ info?: { title?: string; version?: string } }>("/openapi.json"))?.info;
    const found = info ? `it describes itself as ${info.title} ${info.version}` : "it has no description either";
    return new IncompatibleServiceError(`${this.#baseUrl} has no /v1 of Peninsula, which this client speaks; ${found}`);
  }

  /** Return the JSON of a path, an empty object where there is none, nothing where one cannot tell. */
  async #look<T extends object>(path: string): Promise<T | undefined> {
    const { fetch: send = fetch } = this.#options;
    const answer = await send(`${this.#baseUrl}${path}`, { headers: this.#headers({}) }).catch(() => undefined);
    if (!answer || (!answer.ok && answer.status !== 404)) return undefined;
    return answer.ok ? answer.json().catch(() => ({}) as T) : ({} as T);
  }
}

function queryString(query: Parameters = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(given.map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : String(value)]));
  return given.length ? `?${text}` : "";
}

/** Return the seconds after which a refused request may be sent again; Infinity if it may not. */
async function secondsToWait(response: Response, attempt: number, isSafe: boolean): Promise<number> {
  const isRefusedUnread = response.status === 429;
  const mayPass = isRefusedUnread || (isSafe && (MOMENTARY.has(response.status) || (await isInProgress(response))));
  if (!mayPass) return Infinity;
  const asked = response.headers.get("Retry-After");
  if (asked === null) return backoff(attempt);
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? backoff(attempt) : Math.max(0, seconds);
}

/** A repeat with the same idempotency key while the first request still runs. */
async function isInProgress(response: Response): Promise<boolean> {
  if (response.status !== 409 || !isProblem(response)) return false;
  const problem = (await response.clone().json().catch(() => ({}))) as { type?: string };
  return problem.type === IN_PROGRESS;
}

/** Platforms say "fetch failed", and the reason as its cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { message?: string; code?: string }; message?: string };
  return cause?.message || cause?.code || message || String(error);
}

function backoff(attempt: number): number {
  return FIRST_WAIT_SECONDS * 2 ** attempt * (0.5 + Math.random() / 2);
}

/** Wait some seconds; throws the reason of the signal as soon as it is aborted. */
export function pause(seconds: number, signal?: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}

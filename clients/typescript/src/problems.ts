// What can go wrong, as errors to catch: by class, by status, or by the problem's type.

import type { Schemas } from "./types.js";

/** One error in a body (`pointer`) or in a query (`parameter`). */
export interface ProblemDetail {
  pointer?: string;
  parameter?: string;
  code: string;
  detail: string;
}

/** A problem as it is answered; its type may have further members. */
export type Problem = Omit<Schemas["Problem"], "errors"> & { errors?: ProblemDetail[] };

/** The service refused a request, or failed (RFC 9457). A `type` that is not known here is known by its status. */
export class ProblemError extends Error {
  /** The kind of problem: a path that the service explains, such as `/problems/record-deleted`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What is wrong with this request, for people. */
  readonly detail: string;
  readonly errors: readonly ProblemDetail[];
  /** The whole problem, with the members that only its type has. */
  readonly problem: Problem;
  readonly headers: Headers;

  constructor(problem: Problem, headers = new Headers()) {
    const errors = problem.errors ?? [];
    const named = errors.map((each) => `\n  ${each.pointer ?? each.parameter ?? ""}: ${each.detail}`);
    super(`${problem.status} ${problem.title}: ${problem.detail}${named.join("")}`);
    this.name = new.target.name;
    this.type = problem.type;
    this.title = problem.title;
    this.status = problem.status;
    this.detail = problem.detail;
    this.errors = errors;
    this.problem = problem;
    this.headers = headers;
  }
}

/** 400: a parameter or a header field is unknown or malformed; `errors` name it. */
export class BadRequestError extends ProblemError {}
/** 401: there is no key, or it is not valid. */
export class UnauthorizedError extends ProblemError {}
/** 403: the key lacks the scope. */
export class ForbiddenError extends ProblemError {}
/** 404: there is no such record. */
export class NotFoundError extends ProblemError {}
/** 409: the id is taken, or other records name the record. */
export class ConflictError extends ProblemError {}
/** 410: the record was deleted; or the feed does not go on from this position. */
export class GoneError extends ProblemError {}
/** 412: the record was revised since it was read. Read it again, and decide anew. */
export class PreconditionFailedError extends ProblemError {}
/** 422: the body is not a valid record; `errors` name each place by its JSON Pointer. */
export class InvalidError extends ProblemError {}
/** 429: the limit is used up, also after the retries. */
export class RateLimitedError extends ProblemError {}

const BY_STATUS = new Map<number, typeof ProblemError>([
  [400, BadRequestError],
  [401, UnauthorizedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [409, ConflictError],
  [410, GoneError],
  [412, PreconditionFailedError],
  [422, InvalidError],
  [429, RateLimitedError],
]);

/** No answer came: the connection failed, also after the retries. `cause` says why. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

/** What answers is not a service that this client can speak to; the message says what it is. */
export class IncompatibleServiceError extends Error {
  override readonly name = "IncompatibleServiceError";
}

/** Return the error for an answer of 400 or above; one that is not a problem (a proxy's page) gets its status alone. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text();
  const Kind = BY_STATUS.get(response.status) ?? ProblemError;
  return new Kind(parseProblem(response, text), response.headers);
}

function parseProblem(response: Response, text: string): Problem {
  const fallback: Problem = {
    type: "about:blank",
    title: response.statusText || "Error",
    status: response.status,
    detail: text.slice(0, 500) || "There was no explanation.",
    instance: response.url,
  };
  if (!isProblem(response)) return fallback;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...fallback, detail: "", ...parsed, status: response.status } : fallback;
  } catch {
    return fallback;
  }
}

/** Tell whether an answer is a problem of the service, not of something before it. */
export function isProblem(response: Response): boolean {
  return (response.headers.get("Content-Type") ?? "").startsWith("application/problem+json");
}

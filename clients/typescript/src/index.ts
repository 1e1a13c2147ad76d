// What the package offers.

export { Facilities, Parades, Peninsula, Rows, type FollowingOptions } from "./client.js";
export { Following, type Change, type Position } from "./feed.js";
export { List } from "./paging.js";
export * from "./problems.js";
export { Resource } from "./resource.js";
export { type Open, VERSION } from "./schema.js";
export type { ClientOptions, RequestOptions } from "./transport.js";
export type { Answer, CallOptions, Clocks, Collection, Operation, Page, Query, RecordOf, Schemas } from "./types.js";

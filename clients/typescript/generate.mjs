// Writes src/schema.ts from openapi.yaml: node generate.mjs. With --check it only says whether the file is of this description.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";

const require = createRequire(new URL("../../tests/package.json", import.meta.url));
const { default: openapiTS, astToString } = require("openapi-typescript");
const description = new URL("../../openapi.yaml", import.meta.url);
const target = new URL("src/schema.ts", import.meta.url);

const yaml = readFileSync(description, "utf8");
const version = /^ {2}version: (\S+)$/m.exec(yaml)[1];
const enumerations = new Set([...yaml.matchAll(/^ {4}(\w+):\n(?: {6}.*\n)*? {6}enum: /gm)].map((found) => found[1]));

/** Answers may have values that this release does not know; what is sent may not. */
function openAnswers(types) {
  let schema = "";
  return types.replace(/^ {8}(\w+): |components\["schemas"\]\["(\w+)"\]/gm, (text, opened, named) => {
    if (opened) schema = opened;
    const isAnswer = schema !== "" && !/(Write|Patch)$/.test(schema);
    return isAnswer && enumerations.has(named) ? `Open<${text}>` : text;
  });
}

const [before, rest] = astToString(await openapiTS(yaml)).split(/(?<=\n {4}schemas: \{\n)/);
const [schemas, after] = rest.split(/(?=\n {4}responses: \{\n)/);
const generated = [
  "// Generated from openapi.yaml: make clients",
  "",
  "/** The release of the service whose description this is. */",
  `export const VERSION = "${version}";`,
  "/** A value of an enumeration as it is read: one that is known, or one of a later release. */",
  "export type Open<Value extends string> = Value | (string & {});",
  "",
  before + openAnswers(schemas) + after,
].join("\n");

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== generated) {
    console.error("clients/typescript/src/schema.ts is not of this openapi.yaml; run: make clients");
    process.exit(1);
  }
} else {
  writeFileSync(target, generated);
}

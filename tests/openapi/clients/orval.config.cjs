// For orval: the fetch client, which sends its requests as orval_fetch.ts does.
const override = { mutator: { path: "./orval_fetch.ts", name: "send" } };
const output = { target: "./orval_client.ts", client: "fetch", mode: "single", override };
module.exports = { peninsula: { input: "./openapi.yaml", output } };

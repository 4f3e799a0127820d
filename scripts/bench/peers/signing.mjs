// What every peer needs to be answered by the real subgraphs: a signature, and the person's token in place of the
// document. It is the one thing about them that is ours.
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What `duanka bench` tells a peer, in the file named by BENCH_SETTINGS. */
export const settings = JSON.parse(readFileSync(process.env.BENCH_SETTINGS, "utf8"));

const require = createRequire(import.meta.url);
const { createRequestSigner } = require(`${settings.builtFolder}/gateway/fetch/requestSigner.js`);
const { parseIdentityDocument } = require(`${settings.builtFolder}/schema/contract/identityDocument.js`);
const { createTokeniser } = require(`${settings.builtFolder}/schema/contract/tokens.js`);

const tokenise = createTokeniser(Buffer.from(settings.identityPepper, "base64url"));
/** Once a person and not once a fetch: what the others are given for nothing must not slow them down. */
const tokens = new Map();
const signed = createRequestSigner(
  createPrivateKey({ key: Buffer.from(settings.signingKey, "base64"), format: "der", type: "pkcs8" }),
);

function tokenOf(document) {
  const name = JSON.stringify(document);
  const known = tokens.get(name) ?? tokenise(parseIdentityDocument(document));
  tokens.set(name, known);
  return known;
}

/** The same request as a subgraph accepts it: `{ body, headers }`. */
export async function sign(subgraph, body) {
  const parsed = JSON.parse(body);
  const variables = parsed.variables ?? {};
  for (const [name, value] of Object.entries(variables)) {
    if (value?.type && value.number) variables[name] = { ...value, number: "", token: tokenOf(value) };
  }
  const sent = JSON.stringify(parsed);
  const { claims } = settings;
  return { body: sent, headers: { ...(await signed({ subgraph, claims, body: sent, now: Date.now() })) } };
}

/** Says on standard output that this peer listens. */
export function sayReady() {
  process.stdout.write("ready\n");
}

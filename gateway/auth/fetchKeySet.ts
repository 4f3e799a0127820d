import { request } from "undici";

/** An issuer that answers later than this is as good as down: callers are waiting. */
const DEADLINE_MS = 3_000;
/** Some dozens of keys; nobody needs more. */
const MAX_BYTES = 256 * 1024;

/** Fetches a JSON Web Key Set. Follows no redirect: the address in the file is the one that is trusted. */
export async function fetchKeySet(uri: string): Promise<unknown> {
  const { statusCode, body } = await request(uri, {
    signal: AbortSignal.timeout(DEADLINE_MS),
    headers: { accept: "application/jwk-set+json, application/json" },
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error("the key set is too large");
    chunks.push(chunk);
  }
  if (statusCode !== 200) throw new Error(`the key set answers ${statusCode}`);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

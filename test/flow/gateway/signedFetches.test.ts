import { generateKeyPairSync } from "node:crypto";
import { verifyRequest } from "../../../schema/contract/signature";
import { startHttpLibrary } from "./support/httpLibrary";
import { ask, CLAIMS } from "./support/libraryHub";
import { saying } from "./support/unrulySubgraph";

describe("a fetch over HTTP", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const verify = (body: string, headers: Record<string, string | string[] | undefined>, subgraph = "stock") =>
    verifyRequest({ keys: [publicKey], subgraph, headers, body, now: Date.now(), maxAgeMs: 30_000 });

  test("carries the caller's claims, signed for this body, this subgraph and this once", async () => {
    const library = await startHttpLibrary({}, { signingKey: privateKey });
    const bodies: string[] = [];
    library.stock.behave((body, response) => {
      bodies.push(body);
      void saying(`{"data":{"_entities":[]}}`)(body, response);
    });
    await ask(library.hub, `{ books(first: 1) { inStock } }`);
    await ask(library.hub, `{ books(first: 1) { inStock } }`);
    const [first, second] = library.stock.headers;
    const [body] = bodies;
    const verified = verify(body!, first!);
    expect(verified.claims).toEqual(CLAIMS);
    expect(verify(bodies[1]!, second!).nonce).not.toBe(verified.nonce);
    expect(() => verify(body!, first!, "catalogue")).toThrow();
    expect(() => verify(`${body!} `, first!)).toThrow();
    await library.close();
  });

  test("that is made again over a fresh connection is signed anew", async () => {
    const library = await startHttpLibrary({}, { signingKey: privateKey });
    library.stock.behave((_body, response) => void response.destroy());
    await ask(library.hub, `{ books(first: 1) { inStock } }`);
    const signatures = library.stock.headers.map(headers => headers["duanka-signature"]);
    expect(signatures).toHaveLength(2);
    expect(new Set(signatures).size).toBe(2);
    await library.close();
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describePeer, peerClaims } from "../../../../../scripts/bench/rig/describePeer";
import { requireUser } from "../../../../../scripts/bench/rig/requireUser";
import { createSecretVariables } from "../../../../../scripts/settings/createSecretVariables";
import { parseSecret, parseVerifyKeys } from "../../../../../scripts/settings/parseKeys";
import { parseIdentityDocument } from "../../../../../schema/contract/identityDocument";
import { verifyRequest } from "../../../../../schema/contract/signature";
import { createTokeniser } from "../../../../../schema/contract/tokens";
import { refusalOf } from "../../../schema/contract/refusalOf";

const ROOT = join(__dirname, "../../../../..");
const HOOK = join(ROOT, "scripts/bench/peers/signing.mjs");
/** The peers sign with what the build made; `npm test` builds it first. */
const BUILT = join(ROOT, "dist");

interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}
interface Hook {
  readonly sign: (subgraph: string, body: string) => Promise<Signed>;
}

const NOWHERE = "http://127.0.0.1:9";
const DOCUMENT = { type: "RESIDENT_ID", number: "990101199001010019" };
const OTHER_DOCUMENT = { type: "PASSPORT", number: "E12345678", issuingCountry: "CHN" };
const QUERY = "query ($document: IdentityDocumentInput!) { subject(document: $document) { id } }";
const question = (variables: object): string => JSON.stringify({ query: QUERY, variables });

describe("a question that another gateway's hook has signed", () => {
  const environment = { ...createSecretVariables() };
  const user = requireUser("investigator");
  const world = { caseNumber: "A110100-2026-900", documents: [], numbers: [] };
  let folder: string;
  let hook: Hook;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "duanka-peer-"));
    const origins = { telecom: NOWHERE, banking: NOWHERE, police: NOWHERE };
    const parts = { folder, builtFolder: BUILT, environment, user, world };
    process.env.BENCH_SETTINGS = describePeer(parts, "hive", 4_000, origins, null);
    hook = (await import(HOOK)) as Hook;
  });
  afterAll(() => {
    delete process.env.BENCH_SETTINGS;
    rmSync(folder, { recursive: true, force: true });
  });

  /** As a subgraph of the product does. */
  const verify = ({ body, headers }: Signed, subgraph = "banking") =>
    verifyRequest({
      ...{ keys: parseVerifyKeys(environment.GATEWAY_VERIFY_KEYS), maxAgeMs: 30_000, now: Date.now() },
      ...{ subgraph, headers, body },
    });

  test("is accepted by the subgraph that it is for, as that of the officer whose case has everybody in it", async () => {
    const signed = await hook.sign("banking", question({ document: DOCUMENT }));
    expect(verify(signed).claims).toEqual(peerClaims(user, world));
  });

  test("is refused with a changed body", async () => {
    const signed = await hook.sign("banking", question({ document: DOCUMENT }));
    const changed = { ...signed, body: signed.body.replace("{ id }", "{ accounts { totalCount } }") };
    expect(changed.body).not.toBe(signed.body);
    expect(refusalOf(() => verify(changed)).detail).toMatch(/body/);
  });

  test("is refused by a subgraph that it is not for", async () => {
    const signed = await hook.sign("banking", question({ document: DOCUMENT }));
    expect(refusalOf(() => verify(signed, "police")).detail).toMatch(/another subgraph/);
  });

  test("has the person's token in place of the document's number, each time the same and nobody else's", async () => {
    const tokenise = createTokeniser(parseSecret(environment.IDENTITY_PEPPER));
    for (const document of [DOCUMENT, OTHER_DOCUMENT, DOCUMENT]) {
      const { body } = await hook.sign("banking", question({ document, first: 20 }));
      const token = tokenise(parseIdentityDocument(document));
      expect(JSON.parse(body)).toEqual({
        query: QUERY,
        variables: { document: { ...document, number: "", token }, first: 20 },
      });
    }
  });

  test("is sent as it was where it names no document, and is accepted as well", async () => {
    const phones = question({ representations: [{ __typename: "PhoneLine", number: "14100000001" }] });
    for (const body of [phones, '{"query":"{ __typename }"}']) {
      const signed = await hook.sign("telecom", body);
      expect(signed.body).toBe(body);
      expect(verify(signed, "telecom").nonce).toBeTruthy();
    }
  });
});

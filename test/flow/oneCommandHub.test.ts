import { startTestHub, type TestHub } from "../support/hub";

const HELD = `query ($document: IdentityDocumentInput!) {
  subject(document: $document) {
    phoneLines { totalCount nodes { maskedNumber carrier { code } } }
    accounts { totalCount nodes { maskedNumber institution { code } } }
  }
}`;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

describe("the hub that one command starts", () => {
  it("answers nobody without a token", async () => {
    const response = await fetch(`${hub.gateway}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: HELD, variables: { document: hub.people.ringMember.document } }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });

  it("asks the investigator what for before it tells of a person", async () => {
    const { data, errors } = await hub.ask(HELD, {
      as: "investigator",
      variables: { document: hub.people.ringMember.document },
    });
    expect(data?.subject).toBeNull();
    expect(errors?.[0]?.extensions?.code).toBe("PURPOSE_REQUIRED");
  });

  it("tells the investigator of the case all lines and accounts", async () => {
    const { data, errors } = await hub.ask(HELD, {
      as: "investigator",
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber!,
      variables: { document: hub.people.ringMember.document },
    });
    expect(errors).toBeUndefined();
    expect(data?.subject.phoneLines.totalCount).toBe(4);
    expect(data?.subject.accounts.totalCount).toBe(6);
  });

  it("tells the bank its own customer's accounts and no line", async () => {
    const { data, errors } = await hub.ask(HELD, {
      as: "bank-risk",
      purpose: "ACCOUNT_OPENING",
      reference: "A-1",
      variables: { document: hub.people.ringMember.document },
    });
    expect(data?.subject.phoneLines).toBeNull();
    expect(errors).toMatchObject([{ path: ["subject", "phoneLines"], extensions: { code: "FORBIDDEN" } }]);
    const codes = data?.subject.accounts.nodes.map(
      (account: { institution: { code: string } }) => account.institution.code,
    );
    expect(codes).toEqual(["102", "102"]);
  });

  it("tells the carrier its own customer's lines and no account", async () => {
    const { data, errors } = await hub.ask(HELD, {
      as: "carrier-risk",
      purpose: "LINE_OPENING",
      reference: "L-1",
      variables: { document: hub.people.ringMember.document },
    });
    expect(data?.subject.accounts).toBeNull();
    expect(errors).toMatchObject([{ path: ["subject", "accounts"], extensions: { code: "FORBIDDEN" } }]);
    const codes = data?.subject.phoneLines.nodes.map(
      (line: { carrier: { code: string } }) => line.carrier.code,
    );
    expect(codes).toEqual(["C01", "C01"]);
  });
});

describe("bad input", () => {
  const document = (number: string, type = "RESIDENT_ID") => ({ document: { type, number } });
  const DOCUMENT = "query ($document: IdentityDocumentInput!) { subject(document: $document) { id } }";
  const DOCUMENTS =
    "query ($documents: [IdentityDocumentInput!]!) { subjects(documents: $documents) { id } }";

  it.each([
    ["a wrong checksum", DOCUMENT, document("110105194912310021"), "INVALID_DOCUMENT", /GB 11643/],
    [
      "an unknown kind of document",
      DOCUMENT,
      document("1", "LIBRARY_CARD"),
      "BAD_INPUT",
      /one of .*RESIDENT_ID/,
    ],
    ["an unknown field", "{ me { shoeSize } }", {}, "GRAPHQL_VALIDATION_FAILED", /shoeSize/],
  ])("such as %s is told by a code and a sentence", async (_what, query, variables, code, sentence) => {
    const { data, errors } = await hub.ask(query, {
      as: "investigator",
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber!,
      variables,
    });
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(errors?.[0]?.message).toMatch(sentence);
  });

  it("such as a day that does not exist is told how one is written, with an example, and not quoted back", async () => {
    const query = `{ accountAccountability(by: OUTLET, from: "2031-02-30") { key } }`;
    const { errors } = await hub.ask(query, { as: "authority" });
    expect(errors?.[0]?.extensions?.code).toBe("BAD_INPUT");
    expect(errors?.[0]?.message).toMatch(/YYYY-MM-DD .* 2024-02-29/);
    expect(JSON.stringify(errors)).not.toContain("2031");
  });

  it("such as 1,001 documents at once is told the limit", async () => {
    const { errors, extensions } = await hub.ask(DOCUMENTS, {
      as: "investigator",
      purpose: "CASE",
      reference: hub.people.ringMember.caseNumber!,
      variables: { documents: Array.from({ length: 1_001 }, () => hub.people.ringMember.document) },
    });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["LIMIT_EXCEEDED"]);
    expect(errors?.[0]?.message).toMatch(/1000/);
    // No register was asked.
    expect(extensions?.sources).toBeUndefined();
  });

  it.each([
    ["as a value", `{ subject(document: "99010119960721821X") { id } }`],
    ["as a name", `{ subject_99010119960721821 }`],
  ])("such as a number %s is not quoted back", async (_where, query) => {
    const answer = await hub.ask(query, { as: "investigator" });
    expect(answer.errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(JSON.stringify(answer)).not.toContain("990101199607");
  });

  it("such as braces without end is told to be too deep, not what ran over", async () => {
    const { errors } = await hub.ask("{a".repeat(1_500), { as: "investigator" });
    expect(errors?.[0]?.message).not.toMatch(/stack/);
    expect(errors?.[0]?.extensions?.code).toMatch(/LIMIT_EXCEEDED|GRAPHQL_PARSE_FAILED/);
  });
});

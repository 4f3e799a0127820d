import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { claimsOf, withAllScopes } from "../../support/claims";
import { bank, carrier, createTelecomHub, police, regulator, self, type TelecomHub } from "./telecomHub";
import { CUSTOMER_NAME, FLAGS, NUMBERS, PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const LINES = `query ($id: ID!) { subjectById(id: $id) { phoneLines { totalCount nodes {
  number maskedNumber kind status registeredOn carrier { code name } holder { id } } } } }`;
const COUNTS = `query ($id: ID!) { subjectById(id: $id) { lineCounts { carrier { code name } kind active } } }`;
const IDENTITY = `query ($id: ID!) { subjectById(id: $id) { telecomIdentity { kind documentType maskedNumber name } } }`;

eachStore("telecom", open => {
  let hub: TelecomHub;
  let customer: string;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    customer = hub.tokenOf(PEOPLE.customer);
  });

  const numbersFor = async (claims: RequestClaims, id: string): Promise<string[]> => {
    const { data } = await hub.ask(claims, LINES, { id });
    return data.subjectById.phoneLines.nodes.map((line: { number: string }) => line.number);
  };

  test("a bank that asks for lines is refused, and with every scope it still sees none", async () => {
    expect(await hub.ask(bank(), LINES, { id: customer })).toEqual({ data: undefined, code: "FORBIDDEN" });
    const { data } = await hub.ask(withAllScopes(bank()), LINES, { id: customer });
    expect(data.subjectById.phoneLines).toEqual({ totalCount: 0, nodes: [] });
    const counts = await hub.ask(withAllScopes(bank()), COUNTS, { id: customer });
    expect(counts.data.subjectById.lineCounts).toBeNull();
    const identity = await hub.ask(withAllScopes(bank()), IDENTITY, { id: customer });
    expect(identity.data.subjectById.telecomIdentity).toBeNull();
  });

  test("a carrier that asks for another's customer gets what it gets for somebody nobody knows", async () => {
    const elsewhere = await hub.ask(carrier(), LINES, { id: hub.tokenOf(PEOPLE.elsewhere) });
    const stranger = await hub.ask(carrier(), LINES, { id: hub.tokenOf(PEOPLE.stranger) });
    expect(elsewhere).toEqual(stranger);
    expect(elsewhere.data.subjectById.phoneLines).toEqual({ totalCount: 0, nodes: [] });
  });

  test("a person who asks for another sees nothing of them, with every scope too", async () => {
    const other = withAllScopes(self(hub.tokenOf(PEOPLE.elsewhere)));
    for (const query of [LINES, COUNTS, IDENTITY])
      expect((await hub.ask(other, query, { id: customer })).data).toEqual({ subjectById: null });
    expect((await hub.entity(other, { __typename: "Subject", id: customer }, "id")).data).toBeNull();
  });

  test("the regulator, with every scope, sees no person's line and no count", async () => {
    const all = withAllScopes(regulator());
    expect(await numbersFor(all, customer)).toEqual([]);
    expect((await hub.ask(all, COUNTS, { id: customer })).data.subjectById.lineCounts).toBeNull();
    expect((await hub.ask(all, IDENTITY, { id: customer })).data.subjectById.telecomIdentity).toBeNull();
    const line = await hub.entity(all, { __typename: "PhoneLine", number: NUMBERS.customer }, "kind");
    expect(line.data).toEqual({ kind: null });
  });

  test("an officer without an institution in their token sees nothing at all", async () => {
    const nobody = withAllScopes(claimsOf({ kind: "CARRIER", institution: null }));
    for (const query of [LINES, COUNTS])
      expect((await hub.ask(nobody, query, { id: customer })).data).toEqual({ subjectById: null });
  });

  test("lines that nobody is registered for are not reached by a made-up token", async () => {
    const id = `-${hub.keys.ids.lineId(NUMBERS.nobody)}`;
    expect((await hub.ask(police(), LINES, { id })).data).toEqual({ subjectById: null });
    expect((await hub.entity(police(), { __typename: "Subject", id }, "id")).data).toBeNull();
    const line = await hub.ask(
      police(),
      `query ($n: ID!) { phoneLine(number: $n) { kind holder { id } realName { method } } }`,
      {
        n: NUMBERS.nobody,
      },
    );
    expect(line.code).toBeUndefined();
    expect(line.data.phoneLine).toEqual({ kind: "MOBILE", holder: null, realName: null });
  });

  test("police see every line, newest first", async () => {
    const { data } = await hub.ask(police(), LINES, { id: customer });
    expect(data.subjectById.phoneLines.totalCount).toBe(3);
    expect(data.subjectById.phoneLines.nodes).toEqual([
      {
        number: NUMBERS.customer,
        maskedNumber: "141****0001",
        kind: "MOBILE",
        status: "ACTIVE",
        registeredOn: "2024-03-01",
        carrier: { code: "C01", name: "远讯通信" },
        holder: { id: customer },
      },
      expect.objectContaining({ number: NUMBERS.customerAtC02, carrier: { code: "C02", name: "星澜移动" } }),
      expect.objectContaining({ number: NUMBERS.customerBroadband, status: "CLOSED" }),
    ]);
  });

  test("a carrier sees its own lines of a customer it shares, in full, and counts no others", async () => {
    const { data } = await hub.ask(carrier(), LINES, { id: customer });
    expect(data.subjectById.phoneLines.totalCount).toBe(1);
    expect(data.subjectById.phoneLines.nodes[0]).toMatchObject({
      number: NUMBERS.customer,
      maskedNumber: "141****0001",
    });
  });

  test("a person sees all their own lines, and the number never leaves in full", async () => {
    const answer = await hub.ask(self(customer), LINES, { id: customer });
    const lines = answer.data.subjectById.phoneLines.nodes;
    expect(lines.map((line: { number: string }) => line.number)).toEqual([
      "141****0001",
      "143****0001",
      "099****0001",
    ]);
    for (const number of Object.values(NUMBERS)) expect(JSON.stringify(answer)).not.toContain(number);
  });

  test.each([
    [
      "police",
      police(),
      [
        ["C01", "MOBILE", 1],
        ["C02", "MOBILE", 1],
      ],
    ],
    [
      "the carrier, others in one total",
      carrier("C01"),
      [
        ["C01", "MOBILE", 1],
        ["*", null, 1],
      ],
    ],
    ["another carrier, others in one total", carrier("C03"), [["*", null, 2]]],
  ])("lines are counted for %s", async (_who, claims, expected) => {
    const { data } = await hub.ask(claims, COUNTS, { id: customer });
    const counts = data.subjectById.lineCounts as {
      carrier: { code: string };
      kind: string | null;
      active: number;
    }[];
    expect(counts.map(({ carrier: { code }, kind, active }) => [code, kind, active])).toEqual(expected);
  });

  test.each([
    ["police", () => police(), true],
    ["a carrier of which they are a customer", () => carrier("C02"), true],
    ["a carrier of which they are none", () => carrier("C03"), false],
    ["themself", () => self(customer), true],
  ])("a customer's identity is shown to %s", async (_who, claims, shown) => {
    const { data, code } = await hub.ask(claims(), IDENTITY, { id: customer });
    expect(code).toBeUndefined();
    const masked = `${PEOPLE.customer.number.slice(0, 3)}***********${PEOPLE.customer.number.slice(-4)}`;
    expect(data.subjectById.telecomIdentity).toEqual(
      shown
        ? { kind: "PERSON", documentType: "RESIDENT_ID", maskedNumber: masked, name: CUSTOMER_NAME }
        : null,
    );
  });

  test("a carrier no longer sees the identity of somebody whose last line there is closed", async () => {
    const { data } = await hub.ask(carrier(), IDENTITY, { id: hub.tokenOf(PEOPLE.former) });
    expect(data.subjectById.telecomIdentity).toBeNull();
  });

  test("the full document number is refused without its scope and given to police who have it", async () => {
    const query = `query ($id: ID!) { subjectById(id: $id) { telecomIdentity { number } } }`;
    expect((await hub.ask(carrier(), query, { id: customer })).code).toBe("FORBIDDEN");
    const { data } = await hub.ask(police(), query, { id: customer });
    expect(data.subjectById.telecomIdentity.number).toBe(PEOPLE.customer.number);
  });

  test("flags: a person is not tipped off by an unverified police notice and learns no officer's name", async () => {
    const query = `query ($id: ID!) { subjectById(id: $id) { abnormalFlags { id kind verifiedBy line { id } reportedBy { code } } } }`;
    const ofPolice = await hub.ask(police(), query, { id: customer });
    expect(ofPolice.data.subjectById.abnormalFlags).toMatchObject([
      { id: FLAGS.policeNotice, kind: "POLICE_NOTICE" },
      { id: FLAGS.verified, verifiedBy: "police/investigator" },
      { id: FLAGS.atC02, reportedBy: { code: "C02" } },
      { id: FLAGS.older },
    ]);
    const own = await hub.ask(self(customer), query, { id: customer });
    expect(own.data.subjectById.abnormalFlags).toMatchObject([
      { id: FLAGS.verified, verifiedBy: null },
      { id: FLAGS.atC02 },
      { id: FLAGS.older },
    ]);
    const ofCarrier = await hub.ask(carrier(), query, { id: customer });
    const seen = ofCarrier.data.subjectById.abnormalFlags.map((one: { id: string }) => one.id);
    expect(seen).toEqual([FLAGS.policeNotice, FLAGS.verified, FLAGS.older]);
  });
});

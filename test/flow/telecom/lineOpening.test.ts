import { sql } from "kysely";
import type { RequestClaims } from "../../../schema/contract/claims";
import type { WorldDocument, WorldLine } from "../../../scripts/seed/worldModel";
import { eachStore } from "../../support/databases";
import { authority, carrier, createTelecomHub, police, type TelecomHub } from "./telecomHub";
import { cards, EMPTY_CHUNK, flag, line, person } from "./telecomRows";
import { PEOPLE, TELECOM_WORLD } from "./telecomWorld";

const MEASURE = {
  kind: "NO_NEW_LINE",
  sector: "TELECOM",
  startsOn: "2025-01-01",
  endsOn: "2030-01-01",
  recordedAt: "2025-01-01T02:00:00.000Z",
  sanctionId: "s",
  article: "EXT:MEASURES_2024",
  liftedAt: null as string | null,
};
type Measures = (typeof MEASURE)[] | null;

eachStore("telecom", open => {
  let hub: TelecomHub;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
    await hub.write({ ...EMPTY_CHUNK, lines: [line("16000000050", person(50), { carrier: "C03" })] });
  });

  /** Asked as the gateway asks after it has fetched the measures. */
  const check = async (
    holder: WorldDocument,
    options: { kind?: string; on?: string; measures?: Measures; claims?: RequestClaims; at?: string } = {},
  ) => {
    const { kind = "MOBILE", on, measures = [], claims = carrier(), at = "C01" } = options;
    const when = on === undefined ? "" : `, on: "${on}"`;
    const reference = { __typename: "Subject", id: hub.tokenOf(holder), measureHistory: measures };
    const answer = await hub.entity(
      claims,
      reference,
      `lineOpening(carrier: "${at}", kind: ${kind}${when}) { id on product outcome ruleVersion decidedAt findings { ruleId article message until fact } coverage { state asOf institution { code } } }`,
    );
    return { ...answer, decision: answer.data?.lineOpening };
  };
  const rulesOf = (decision: { findings: { ruleId: string }[] }): string[] =>
    decision.findings.map(one => one.ruleId);

  test("a carrier that asks on behalf of another is refused", async () => {
    expect(await check(PEOPLE.customer, { at: "C02" })).toMatchObject({ code: "FORBIDDEN" });
  });

  test("police do not open lines: the check is refused", async () => {
    expect(await check(PEOPLE.customer, { claims: police() })).toMatchObject({ code: "FORBIDDEN" });
  });

  test("when the police register has not answered, the outcome is UNKNOWN, however clean the person is", async () => {
    const { decision } = await check(PEOPLE.stranger, { measures: null });
    expect(decision.outcome).toBe("UNKNOWN");
    expect(rulesOf(decision)).toEqual(["telecomSanction"]);
  });

  test.each([
    ["half-way through its backfill", "C03"],
    ["silent for too long", "V02"],
    ["not in the register", "C99"],
  ])(
    "a carrier that is %s cannot count the cards: UNKNOWN, whatever the kind of line",
    async (_what, code) => {
      for (const kind of ["MOBILE", "FIXED_LINE"]) {
        const { decision } = await check(PEOPLE.stranger, { claims: carrier(code), at: code, kind });
        expect(decision.outcome).toBe("UNKNOWN");
        expect(decision.coverage).toEqual([
          expect.objectContaining({
            state: code === "V02" ? "STALE" : "NOT_ANSWERED",
            institution: { code },
          }),
        ]);
      }
    },
  );

  test("a measure in force forbids the line, also while the carrier's records are incomplete", async () => {
    const { decision } = await check(PEOPLE.stranger, {
      measures: [MEASURE],
      claims: carrier("C03"),
      at: "C03",
    });
    expect(decision.outcome).toBe("DENY");
    expect(decision.findings).toContainEqual({
      ruleId: "telecomSanction",
      article: "EXT:MEASURES_2024",
      message: "A measure in force forbids new lines for this person. (provisional)",
      until: "2030-01-01",
      fact: "NO_NEW_LINE from 2025-01-01 to 2030-01-01",
    });
    expect(rulesOf(decision)).toContain("phoneCardLimit");
  });

  test("a sixth valid mobile card with one carrier is denied, and all other findings are named too", async () => {
    const { decision } = await check(PEOPLE.sixCards, { measures: [MEASURE] });
    expect(decision.outcome).toBe("DENY");
    expect(rulesOf(decision)).toEqual(["telecomSanction", "phoneCardLimit"]);
  });

  test("five valid cards are the limit: today's closed one and IoT cards do not count", async () => {
    const { decision } = await check(PEOPLE.fiveCards);
    expect(decision.outcome).toBe("DENY");
    expect(decision.findings).toEqual([
      {
        ruleId: "phoneCardLimit",
        article: "N16-4",
        message: "This person already has 5 or more valid mobile cards at this carrier.",
        until: null,
        fact: "valid mobile cards at this carrier on 2026-11-24: 5",
      },
    ]);
  });

  test("cards with other carriers do not count, and a broadband line is no card", async () => {
    const elsewhere = await check(PEOPLE.fiveCards, { claims: carrier("C02"), at: "C02" });
    expect(elsewhere.decision.outcome).toBe("ALLOW");
    expect((await check(PEOPLE.fiveCards, { kind: "BROADBAND" })).decision.outcome).toBe("ALLOW");
  });

  test("the day is replayed: before the cards were registered there was none, before the notice no limit", async () => {
    const before = await check(PEOPLE.sixCards, { on: "2024-02-29" });
    expect(before.decision).toMatchObject({ outcome: "ALLOW", ruleVersion: "NOTICE_2020", findings: [] });
    const then = await check(PEOPLE.sixCards, { on: "2024-03-01" });
    expect(then.decision).toMatchObject({ outcome: "DENY", ruleVersion: "NOTICE_2020" });
    const today = await check(PEOPLE.sixCards);
    expect(today.decision.ruleVersion).toBe("MEASURES_2024");
    const early = await check(PEOPLE.sixCards, { on: "2016-09-22" });
    expect(early.decision).toMatchObject({ outcome: "ALLOW", ruleVersion: "BEFORE_NOTICE_2016" });
  });

  test.each([
    ["the day before it starts", "2024-12-31", null, "ALLOW"],
    ["its first day", "2025-01-01", null, "DENY"],
    ["its last day", "2026-01-01", null, "DENY"],
    ["the day after its last", "2026-01-02", null, "ALLOW"],
    ["the day before it was lifted", "2025-05-31", "2025-05-31T16:30:00.000Z", "DENY"],
    ["the day on which it was lifted, China time", "2025-06-01", "2025-05-31T16:30:00.000Z", "ALLOW"],
  ])("a measure on %s (%s)", async (_when, on, liftedAt, outcome) => {
    const measures = [{ ...MEASURE, endsOn: "2026-01-01", liftedAt }];
    const { decision } = await check(PEOPLE.stranger, { on, measures });
    expect(decision.outcome).toBe(outcome);
  });

  test("measures of other sectors do not touch a line", async () => {
    const measures = [{ ...MEASURE, kind: "NO_NEW_ACCOUNT", sector: "BANKING" }];
    expect((await check(PEOPLE.stranger, { measures })).decision.outcome).toBe("ALLOW");
  });

  test("the carrier's own blacklist denies, and one that was lifted does not", async () => {
    const listed = await check(PEOPLE.blacklisted);
    expect(listed.decision.findings).toEqual([
      expect.objectContaining({ ruleId: "lineBlacklist", article: "RN-4", until: "2027-01-01" }),
    ]);
    expect(listed.decision.outcome).toBe("DENY");
    expect((await check(PEOPLE.customer)).decision.outcome).toBe("ALLOW");
    const ofOthers = await check(PEOPLE.blacklisted, { claims: carrier("C02"), at: "C02" });
    expect(ofOthers.decision.outcome).toBe("ALLOW");
  });

  test("a day to come is refused: what will stand then is not known", async () => {
    expect(await check(PEOPLE.stranger, { on: "2026-11-25" })).toMatchObject({ code: "BAD_INPUT" });
    expect((await check(PEOPLE.stranger, { on: "2026-11-24" })).decision.outcome).toBe("ALLOW");
  });

  test("a replay knows nothing of what was found out later", async () => {
    const holder = person(960);
    const number = "14109600001";
    const verified = flag("5f0c3f0e-0000-4000-8000-000000000960", {
      kind: "FORGED_ID",
      status: "VERIFIED",
      verifiedAt: "2026-06-30T16:00:00.000Z",
    });
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder, { flags: [verified] })] });
    const on = async (day: string) => rulesOf((await check(holder, { on: day })).decision);
    expect(await on("2026-06-30")).toEqual([]);
    expect(await on("2026-07-01")).toEqual(["forgedId"]);
    const late = person(961);
    const realName = { ...line("1", late).realName!, verifiedAt: "2026-06-30T16:00:00.000Z" };
    await hub.write({ ...EMPTY_CHUNK, lines: [line("14109610001", late, { realName })] });
    expect(rulesOf((await check(late, { on: "2026-06-30" })).decision)).toEqual(["realNameRegistration"]);
    expect(rulesOf((await check(late, { on: "2026-07-01" })).decision)).toEqual([]);
  });

  test("a replay counts a line as proved by what was there before its holder was verified again", async () => {
    const holder = person(962);
    const number = "14109620001";
    await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder)] });
    const replayed = async (): Promise<unknown> => (await check(holder, { on: "2026-06-30" })).decision;
    const before = await replayed();
    expect(before).toMatchObject({ outcome: "ALLOW" });
    for (const passed of [true, false]) {
      const input = { number, method: "COUNTER", passed, photoReference: "photo/2" };
      const answer = await hub.ask(
        carrier("C01", "carrier-reporting"),
        `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) { id } }`,
        { input },
      );
      expect(answer.code).toBeUndefined();
      expect(await replayed()).toEqual(before);
    }
    expect(rulesOf((await check(holder)).decision)).toEqual(["realNameRegistration"]);
  });

  test("a replay knows nothing of lines that were passed on or ported later, but a line that was another's then already does not count", async () => {
    const REPORT = `mutation ($input: ReportPhoneLinesInput!) { reportPhoneLines(input: $input) { accepted } }`;
    const NOTICE = { kind: "RISK_NOTICE", noticeVersion: "1", noticeDigest: "ab".repeat(32) };
    let requests = 0;
    const report = async (number: string, holder: WorldDocument, registeredOn: string, code = "C01") => {
      const reported = {
        ...{ number, kind: "MOBILE", status: "ACTIVE", registeredOn, activatedOn: registeredOn },
        ...{ realNameMethod: "ID_READER", onlineCheckPassed: true, photoReference: "photo/1" },
        observedAt: "2026-11-24T02:00:00.000Z",
        document: { ...holder, token: hub.tokenOf(holder) },
        riskNotice: { ...NOTICE, acknowledgedAt: `${registeredOn}T00:00:00.000Z` },
      };
      const input = { requestId: `former-${(requests += 1)}`, carrier: code, lines: [reported] };
      const { data } = await hub.ask(carrier(code, "carrier-reporting"), REPORT, { input });
      expect(data.reportPhoneLines).toEqual({ accepted: 1 });
    };
    const opened = async (): Promise<number> => {
      const query = `{ lineAccountability(by: INSTITUTION, carrier: "C01") { opened } }`;
      return (await hub.ask(authority(), query)).data.lineAccountability[0].opened as number;
    };
    const [giver, mover, corrected] = [person(964), person(965), person(966)];
    for (const [index, holder] of [giver, mover, corrected].entries())
      await hub.write({ ...EMPTY_CHUNK, lines: cards(5, holder, `141098${index}`) });
    const numbers = (index: number) => cards(5, giver, `141098${index}`).map(({ number }) => number);
    const before = await opened();
    const outcome = async (holder: WorldDocument, on?: string) =>
      (await check(holder, on === undefined ? {} : { on })).decision.outcome;
    await report(numbers(0)[0]!, person(967), "2026-11-21");
    for (const number of numbers(1)) await report(number, mover, "2026-11-21", "C02");
    expect([await outcome(giver), await outcome(mover)]).toEqual(["ALLOW", "ALLOW"]);
    for (const holder of [giver, mover]) {
      expect(await outcome(holder, "2025-06-01")).toBe("DENY");
      expect(await outcome(holder, "2026-11-20")).toBe("DENY");
      expect(await outcome(holder, "2026-11-21")).toBe("ALLOW");
    }
    // Whoever opened them answers for them still; the one that was passed on was opened once more.
    expect(await opened()).toBe(before + 1);
    await report(numbers(2)[0]!, person(968), "2024-01-01");
    expect(await outcome(corrected, "2025-06-01")).toBe("ALLOW");
  });

  test("whether a line counts that was closed since without its day is not known", async () => {
    const holder = person(963);
    const last = "14109639999";
    await hub.write({ ...EMPTY_CHUNK, lines: [...cards(4, holder, "1410963"), line(last, holder)] });
    await sql`update telecom.line set status = 'CLOSED', observed_at = '2026-11-20T00:00:00Z'
      where id = ${hub.keys.ids.lineId(last)}`.execute(hub.database.db);
    expect((await check(holder, { on: "2026-11-01" })).decision).toMatchObject({
      outcome: "UNKNOWN",
      findings: [{ ruleId: "phoneCardLimit", fact: expect.stringMatching(/: 4 to 5$/) as string }],
    });
    // It was known to be closed by then.
    expect((await check(holder)).decision).toMatchObject({ outcome: "ALLOW" });
  });

  test("a unit's lines are proved without a photo, a person's are not, and a governed line once it is marked as checked", async () => {
    const given = async (number: string, holder: WorldDocument, kind: WorldLine["kind"], missing: object) => {
      const realName = { ...line(number, holder).realName!, ...missing };
      await hub.write({ ...EMPTY_CHUNK, lines: [line(number, holder, { kind, realName })] });
      return rulesOf((await check(holder)).decision);
    };
    expect(await given("14109700001", PEOPLE.unit, "MOBILE", { photoReference: null })).toEqual([]);
    const unproved = ["realNameRegistration"];
    expect(await given("14109700002", person(970), "MOBILE", { photoReference: null })).toEqual(unproved);
    // A trunk is marked as checked; a photo belongs to no such line.
    expect(await given("14109700003", person(971), "VOICE_TRUNK", { photoReference: null })).toEqual([]);
    expect(await given("14109700004", person(972), "VOICE_TRUNK", { onlineCheckPassed: false })).toEqual(
      unproved,
    );
  });

  test.each([
    ["a forged document verified on a line", PEOPLE.forged, "MOBILE", ["forgedId"]],
    ["a line without evidence", PEOPLE.unproved, "MOBILE", ["realNameRegistration"]],
    ["a voice trunk", PEOPLE.stranger, "VOICE_TRUNK", ["lineGovernance"]],
    ["a unit with seven cards and a 400 number", PEOPLE.unit, "NUMBER_400", ["lineGovernance"]],
  ])("%s is looked at by a person: REVIEW", async (_what, holder, kind, rules) => {
    const { decision } = await check(holder, { kind });
    expect(decision.outcome).toBe("REVIEW");
    expect(rulesOf(decision)).toEqual(rules);
  });

  test("a stranger may have a line; the decision has an id of its own, its moment and its coverage", async () => {
    const { decision } = await check(PEOPLE.stranger);
    expect(decision).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      on: "2026-11-24",
      product: "MOBILE",
      outcome: "ALLOW",
      ruleVersion: "MEASURES_2024",
      decidedAt: "2026-11-24T04:00:00.000Z",
      findings: [],
      coverage: [{ state: "ANSWERED", asOf: "2026-11-23T16:00:00.000Z", institution: { code: "C01" } }],
    });
    expect(hub.faults).toEqual([]);
  });

  test("a decision stays filed under its id, for the carrier that it was given to and for nobody else", async () => {
    const { decision } = await check(PEOPLE.fiveCards);
    const fetchAgain = async (claims: RequestClaims) => {
      const fields = `id on product outcome ruleVersion decidedAt findings { ruleId article message until fact } coverage { state asOf institution { code } }`;
      const query = `query ($id: ID!) { lineOpeningDecision(id: $id) { ${fields} } }`;
      return (await hub.ask(claims, query, { id: decision.id })).data.lineOpeningDecision;
    };
    expect(decision.outcome).toBe("DENY");
    expect(await fetchAgain(carrier())).toEqual(decision);
    expect(await fetchAgain(carrier("C02"))).toBeNull();
    // The same facts are the same decision; other facts are another.
    expect((await check(PEOPLE.fiveCards)).decision).toEqual(decision);
    expect((await check(PEOPLE.fiveCards, { on: "2016-09-22" })).decision.id).not.toBe(decision.id);
    expect((await check(PEOPLE.stranger)).decision.id).not.toBe(decision.id);
  });
});

import type { RequestClaims } from "../../../schema/contract/claims";
import { eachStore } from "../../support/databases";
import { authority, bank, carrier, createTelecomHub, police, self, type TelecomHub } from "./telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "./telecomRows";
import { NOW, TELECOM_WORLD } from "./telecomWorld";
import { readOutbox } from "./readOutbox";

const CALLS = `mutation ($input: ReportAbnormalCallsInput!) { reportAbnormalCalls(input: $input) { items { id } } }`;
const VERIFY = `mutation ($input: VerifyAbnormalFlagInput!) { verifyAbnormalFlag(input: $input) { order { id } } }`;
const NOTICE = `mutation ($input: RaisePoliceNoticeInput!) { raisePoliceNotice(input: $input) { id } }`;
const CHECK = `query ($number: ID!, $document: IdentityDocumentInput!) {
  phoneCheck(number: $number, document: $document) { verifiedFlags } }`;
const LINE = `query ($n: ID!) { phoneLine(number: $n) { flags { id kind status verifiedBy verifiedAt } } }`;
const FIGURES = `{ lineAccountability(by: INSTITUTION, carrier: "C03") { key flagged } }`;
const REVERIFY = `mutation ($input: RecordReverificationInput!) { recordReverification(input: $input) { status } }`;
const DAY = 86_400_000;

eachStore("telecom", open => {
  let hub: TelecomHub;
  let sequence = 0;
  beforeAll(async () => {
    hub = await createTelecomHub(await open());
    await hub.write(TELECOM_WORLD);
  });
  beforeEach(() => hub.setNow(NOW));
  afterAll(() => expect(hub.faults).toEqual([]));

  const SEEN = { observedFrom: "2026-11-20T00:00:00.000Z", observedTo: "2026-11-21T00:00:00.000Z" };

  /** A line of carrier C03 with one verified flag, and the order that it led to. */
  async function givenVerified(kind: string) {
    sequence += 1;
    const number = `14107${String(sequence).padStart(6, "0")}`;
    const holder = person(860 + sequence);
    await hub.write({
      ...EMPTY_CHUNK,
      lines: [line(number, holder, { carrier: "C03" })],
    });
    const claims = carrier("C03");
    const flagId =
      kind === "POLICE_NOTICE"
        ? await hub
            .ask(police(), NOTICE, { input: { number, evidence: "named by a victim", ...SEEN } })
            .then(({ data }) => data.raisePoliceNotice.id as string)
        : await hub
            .ask(claims, CALLS, {
              input: { requestId: `f-${sequence}`, carrier: "C03", reports: [{ number, kind, ...SEEN }] },
            })
            .then(({ data }) => data.reportAbnormalCalls.items[0].id as string);
    const { data } = await hub.ask(claims, VERIFY, { input: { flagId, confirmed: true, note: "heard" } });
    const orderId = data.verifyAbnormalFlag.order.id as string;
    return { number, holder, token: hub.tokenOf(holder), flagId, orderId };
  }
  type Scene = Awaited<ReturnType<typeof givenVerified>>;

  const decide = ({ orderId }: Scene, subjectId: string, confirmed = true) =>
    hub.hear({
      kind: "OBJECTION_DECIDED",
      ...{ objectionId: uuid(8_900 + sequence), target: "ORDER", targetId: orderId, subjectId, confirmed },
      decidedBy: "police/authority",
    });
  const told = async ({ number, holder }: Scene): Promise<string[]> => {
    const document = { type: holder.type, number: "", token: hub.tokenOf(holder) };
    return (await hub.ask(bank(), CHECK, { number, document })).data.phoneCheck.verifiedFlags;
  };
  const flagsOf = async ({ number }: Scene, claims: RequestClaims = police()) =>
    (await hub.ask(claims, LINE, { n: number })).data.phoneLine.flags;
  const flagged = async (): Promise<number> =>
    (await hub.ask(authority(), FIGURES)).data.lineAccountability[0].flagged;
  const openingOf = async ({ token }: Scene, on: string) => {
    const reference = { __typename: "Subject", id: token, measureHistory: [] };
    const selection = `lineOpening(carrier: "C03", kind: MOBILE, on: "${on}") { findings { ruleId } }`;
    const { data } = await hub.entity(carrier("C03"), reference, selection);
    return (data.lineOpening.findings as { ruleId: string }[]).map(({ ruleId }) => ruleId);
  };

  test.each(["HARASSING_CALLS", "USER_COMPLAINTS", "POLICE_NOTICE"])(
    "an objection to the order that a flag of kind %s led to was confirmed: no bank is told of the flag, and the person sees that it was dismissed",
    async kind => {
      const scene = await givenVerified(kind);
      expect(await told(scene)).toEqual([kind]);
      const before = await flagged();
      await decide(scene, scene.token);
      await decide(scene, scene.token);
      expect(await told(scene)).toEqual([]);
      expect(await flagsOf(scene)).toMatchObject([
        { status: "DISMISSED", verifiedBy: "police/authority", verifiedAt: NOW.toISOString() },
      ]);
      expect(await flagsOf(scene, self(scene.token))).toMatchObject([{ kind, status: "DISMISSED" }]);
      expect(await flagged()).toBe(before - 1);
      const dismissed = (await readOutbox(hub, { flagId: scene.flagId })).filter(
        change => change.kind === "FLAG_DISMISSED",
      );
      expect(dismissed).toHaveLength(1);
      expect(dismissed[0]!.touched).toContain(`AbnormalFlag:${scene.flagId}`);
    },
  );

  test("an objection that is rejected, or was somebody else's, leaves the flag verified", async () => {
    const scene = await givenVerified("HARASSING_CALLS");
    await decide(scene, scene.token, false);
    await decide(scene, hub.tokenOf(person(1)));
    expect(await told(scene)).toEqual(["HARASSING_CALLS"]);
    expect(await flagsOf(scene)).toMatchObject([{ status: "VERIFIED" }]);
  });

  test("whoever was verified again after a forged document opens lines again from that day on, and no bank is told of it any more", async () => {
    const scene = await givenVerified("FORGED_ID");
    const verify = (passed: boolean) =>
      hub.ask(carrier("C03", "carrier-reporting"), REVERIFY, {
        input: { number: scene.number, method: "COUNTER", passed, photoReference: "photo/2" },
      });
    hub.setNow(new Date(NOW.getTime() + 3 * DAY));
    await verify(false);
    expect(await openingOf(scene, "2026-11-27")).toContain("forgedId");
    expect(await told(scene)).toEqual(["FORGED_ID"]);
    await verify(true);
    expect(await told(scene)).toEqual([]);
    expect(await openingOf(scene, "2026-11-26")).toContain("forgedId");
    expect(await openingOf(scene, "2026-11-27")).not.toContain("forgedId");
    expect(await flagsOf(scene)).toMatchObject([{ status: "VERIFIED" }]);
  });

  test("whose forged document was refuted opens lines again from that day on, and a decision of a day before stands on it", async () => {
    const scene = await givenVerified("FORGED_ID");
    hub.setNow(new Date(NOW.getTime() + 3 * DAY));
    expect(await openingOf(scene, "2026-11-27")).toContain("forgedId");
    await decide(scene, scene.token);
    expect(await openingOf(scene, "2026-11-23")).not.toContain("forgedId");
    expect(await openingOf(scene, "2026-11-26")).toContain("forgedId");
    expect(await openingOf(scene, "2026-11-27")).not.toContain("forgedId");
  });
});

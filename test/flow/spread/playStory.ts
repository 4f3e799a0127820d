import { chinaDay } from "../../../schema/contract/calendar";
import { ACCOUNTS, COUNTY, LINES, REGULATOR, type Institution } from "./cast";
import { requireData } from "./requireData";
import { look, ordersOf, REACH, together, type Tally } from "./seen";
import type { Stage } from "./stage";
import { createStory, type Cause, type Story } from "./story";

const INSTITUTIONS = [...Object.keys(ACCOUNTS), ...Object.keys(LINES)] as Institution[];
const CAUSES: readonly Cause[] = ["spread", "sanction", "phone"];
/** One order of the sanction is refused here: what was never carried out is not undone either. */
const REFUSING = "106" satisfies Institution;
const MS_OF_A_FORTNIGHT = 14 * 24 * 3_600_000;

const OBJECTIONS = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  objections { status restoredAt } } }`;
const EXECUTION = `query ($document: IdentityDocumentInput!) { subject(document: $document) {
  sanctions(includeEnded: true) { id status
    objections { status restoredAt }
    accountExecution { institution { code } issued delivered executed refused late restored }
    lineExecution { institution { code } issued delivered executed refused late restored } } } }`;

/**
 * From the case to the last restoration, with three causes that overlap: the spread and the sanction on accounts, the
 * sanction and another on lines. After each step everything that the person sees is compared, and so nothing is missing
 * and nothing is there twice.
 */
export async function playStory(stage: Stage, serial: number, lifting: readonly Cause[]): Promise<void> {
  const story = createStory(stage, serial);
  await story.report();
  await story.openCase();
  await countyActs(stage, story);
  await cityActs(stage, story);
  await institutionsAct(stage, story);
  await rejectedObjection(stage, story);
  const standing = new Set(CAUSES);
  let undone: Tally = {};
  for (const cause of lifting) {
    standing.delete(cause);
    await lift(story, cause);
    const restored = restoredOf(cause);
    await expectSeen(stage, story, {
      orders: together(carriedOut(), undone, ordersOf(cause, restored, "ISSUED", "RESTORE")),
      standing,
      // A line is back once its carrier has said so, and not before.
      suspended: standing.has("phone") || standing.has("sanction") || cause !== "spread",
    });
    for (const institution of INSTITUTIONS) {
      const isLeft = restored[institution] !== undefined && cause !== "phone";
      if (isLeft) expect(await countUnrestored(stage, story)).toBe(1);
      expect(await story.carryOut(institution, "RESTORE")).toBe(restored[institution] ?? 0);
    }
    expect(await countUnrestored(stage, story)).toBe(0);
    undone = together(undone, ordersOf(cause, restored, "EXECUTED", "RESTORE"));
    await expectSeen(stage, story, {
      orders: together(carriedOut(), undone),
      standing,
      suspended: standing.has("phone") || standing.has("sanction"),
    });
  }
  await expectAllRestored(stage, story);
}

async function countyActs(stage: Stage, story: Story): Promise<void> {
  await story.mark();
  const lead = { involvementId: story.idOf("spread"), recognisedOn: chinaDay(new Date()), reason: "Used." };
  expect(await story.refusalOf(COUNTY, "recogniseInvolvement", lead)).toBe("AUTHORITY_TOO_LOW");
  expect(await story.refusalOf(COUNTY, "recogniseSanction", story.sanctionInput(["PERSONAL_CARD"]))).toBe(
    "AUTHORITY_TOO_LOW",
  );
  await expectSeen(stage, story, { orders: {}, standing: new Set(), suspended: false }, ["spread"]);
}

async function cityActs(stage: Stage, story: Story): Promise<void> {
  await story.recogniseSpread();
  const spread = ordersOf("spread", REACH.spread, "ISSUED");
  await expectSeen(stage, story, { orders: spread, standing: new Set(["spread"]), suspended: false }, [
    "spread",
  ]);

  await story.recogniseSanction("sanction", ["PERSONAL_CARD", "PHONE_CARD"]);
  await story.recogniseSanction("phone", ["PHONE_CARD"]);
  const early = {
    sanctionId: story.idOf("phone"),
    kinds: ["SUSPEND_LINE"],
    startsOn: "2026-11-24",
    endsOn: "2026-12-24",
    reason: "Phone cards sold.",
  };
  expect(await story.refusalOf(REGULATOR, "imposeTelecomMeasures", early)).toBe("INVALID_TRANSITION");
  await story.serve("sanction");
  await story.serve("phone");
  const accounts = together(spread, ordersOf("sanction", ACCOUNTS, "ISSUED"));
  const standing = new Set<Cause>(["spread", "sanction"]);
  await expectSeen(stage, story, { orders: accounts, standing, suspended: false });

  await story.suspendLines("sanction");
  await story.suspendLines("phone");
  const orders = together(
    accounts,
    ordersOf("sanction", LINES, "ISSUED"),
    ordersOf("phone", LINES, "ISSUED"),
  );
  await expectSeen(stage, story, { orders, standing: new Set(CAUSES), suspended: false });
}

async function institutionsAct(stage: Stage, story: Story): Promise<void> {
  for (const institution of INSTITUTIONS) {
    const expected = CAUSES.reduce((sum, cause) => sum + (REACH[cause][institution] ?? 0), 0);
    const refused = institution === REFUSING ? "sanction" : undefined;
    expect(await story.carryOut(institution, "measures", refused)).toBe(expected);
  }
  await expectSeen(stage, story, { orders: carriedOut(), standing: new Set(CAUSES), suspended: true });
}

/** An objection that is rejected changes nothing, neither while it waits nor afterwards. */
async function rejectedObjection(stage: Stage, story: Story): Promise<void> {
  const unchanged = { orders: carriedOut(), standing: new Set(CAUSES), suspended: true };
  const { dueAt } = await story.object("sanction");
  expect(Date.parse(dueAt) - Date.now()).toBeGreaterThan(MS_OF_A_FORTNIGHT);
  await expectSeen(stage, story, unchanged);
  await story.decide("sanction", false);
  await expectSeen(stage, story, unchanged);
}

async function lift(story: Story, cause: Cause): Promise<void> {
  if (cause === "phone") return story.liftSanction(cause);
  await story.object(cause);
  await story.decide(cause, true);
}

/** Objections that are confirmed and not over: somebody has still to undo something. */
async function countUnrestored(stage: Stage, { document, person }: Story): Promise<number> {
  await stage.settled();
  const answer = await stage.ask(person, OBJECTIONS, { purpose: "SELF", variables: { document } });
  const objections = requireData(answer).subject.objections as {
    status: string;
    restoredAt: string | null;
  }[];
  return objections.filter(one => one.status === "CONFIRMED" && one.restoredAt === null).length;
}

/** The orders of all causes as the institutions have settled them. */
function carriedOut(): Tally {
  const all = together(...CAUSES.map(cause => ordersOf(cause, REACH[cause], "EXECUTED")));
  return together(
    { ...all, ...ordersOf("sanction", { [REFUSING]: ACCOUNTS[REFUSING] - 1 }, "EXECUTED") },
    ordersOf("sanction", { [REFUSING]: 1 }, "REFUSED"),
  );
}

function restoredOf(cause: Cause): Partial<Record<Institution, number>> {
  const refused = cause === "sanction" ? 1 : 0;
  return { ...REACH[cause], ...(cause === "phone" ? {} : { [REFUSING]: ACCOUNTS[REFUSING] - refused }) };
}

interface Expected {
  readonly orders: Tally;
  readonly standing: ReadonlySet<Cause>;
  /** The carriers have taken the lines out of service and not brought them back. */
  readonly suspended: boolean;
}

async function expectSeen(
  stage: Stage,
  story: Story,
  { orders, standing, suspended }: Expected,
  causes: readonly Cause[] = CAUSES,
): Promise<void> {
  const seen = await look(stage, story, causes);
  expect(seen.orders).toEqual(orders);
  expect(seen.restrictions).toEqual(
    together(
      ...[...standing].flatMap(cause =>
        Object.entries(REACH[cause])
          .filter(([code]) => code in ACCOUNTS)
          .map(([code, count]) => ({ [`${cause} ${code}`]: count })),
      ),
    ),
  );
  expect(seen.holdings).toEqual(together(...INSTITUTIONS.map(code => holdingsAt(code, standing, suspended))));
}

/** How what an institution keeps stands: the sanction hits every account, the spread all but the one of the case. */
function holdingsAt(code: Institution, standing: ReadonlySet<Cause>, suspended: boolean): Tally {
  if (code in LINES)
    return { [`${code} ${suspended ? "SUSPENDED" : "ACTIVE"}`]: LINES[code as keyof typeof LINES] };
  const all = ACCOUNTS[code as keyof typeof ACCOUNTS];
  const hit = standing.has("sanction") ? all : standing.has("spread") ? (REACH.spread[code] ?? 0) : 0;
  const status = code === "Z01" ? "ALL_SUSPENDED" : "NON_COUNTER_SUSPENDED";
  return { [`${code} ${status}`]: hit, [`${code} NORMAL`]: all - hit };
}

/** What the person reads of their sanctions in the end: every institution has restored, and since when. */
async function expectAllRestored(stage: Stage, story: Story): Promise<void> {
  const { document, person } = story;
  const answer = await stage.ask(person, EXECUTION, { purpose: "SELF", variables: { document } });
  expect(answer.errors).toBeUndefined();
  const sanctions = new Map(
    (answer.data?.subject.sanctions as { id: string }[]).map(sanction => [sanction.id, sanction]),
  );
  expect(sanctions.size).toBe(2);
  const line = (code: string, issued: number, refused = 0) => ({
    institution: { code },
    issued,
    delivered: issued,
    executed: issued - refused,
    refused,
    late: 0,
    restored: issued - refused,
  });
  const lines = Object.entries(LINES).map(([code, count]) => line(code, count));
  expect(sanctions.get(story.idOf("phone"))).toEqual({
    id: story.idOf("phone"),
    status: "LIFTED",
    objections: [],
    accountExecution: [],
    lineExecution: lines,
  });
  expect(sanctions.get(story.idOf("sanction"))).toEqual({
    id: story.idOf("sanction"),
    status: "LIFTED",
    objections: expect.arrayContaining([
      { status: "REJECTED", restoredAt: null },
      { status: "CONFIRMED", restoredAt: expect.any(String) as string },
    ]) as unknown,
    accountExecution: Object.entries(ACCOUNTS)
      .map(([code, count]) => line(code, count, code === REFUSING ? 1 : 0))
      .sort((a, b) => (a.institution.code < b.institution.code ? -1 : 1)),
    lineExecution: lines,
  });
}

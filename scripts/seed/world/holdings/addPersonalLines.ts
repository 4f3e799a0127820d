import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import { earlier } from "../worldCalendar";
import { createLine } from "./createLine";
import { earliestOpening, openingDay } from "./openingDay";
import { pickInstitution } from "./pickInstitution";

/** Most people have one line or two; a few have many. */
const LINE_COUNTS = [
  [0, 3],
  [1, 47],
  [2, 30],
  [3, 11],
  [4, 5],
  [5, 2],
  [6, 1],
  [8, 1],
] as const;
const LINE_KINDS = [
  ["MOBILE", 82],
  ["BROADBAND", 9],
  ["FIXED_LINE", 6],
  ["IOT", 3],
] as const;
const LINE_STATUSES = [
  ["ACTIVE", 82],
  ["CLOSED", 11],
  ["DORMANT", 3],
  ["SUSPENDED", 2],
  ["REVERIFY_REQUIRED", 1],
  ["PENDING", 1],
] as const;
/** The second line and those after it are mostly with the carrier of the first. */
const LOYALTY = 0.65;
/** N16-4 looks at five and more cards with one carrier: this share of people has them. */
const COLLECTOR_SHARE = 0.012;
const COLLECTED_LINES = [
  [5, 5],
  [6, 2],
  [7, 1],
  [9, 1],
] as const;
/** Not used for longer than the 90 days of RN-5, though nobody has acted on it yet. */
const FORGOTTEN_SHARE = 0.03;
const FORGOTTEN_DAYS = [91, 420] as const;

/** Gives a person the phone lines of an ordinary life, all opened up to `latest`. */
export function addPersonalLines(block: Block, holder: HolderDraft, latest: string): void {
  const { random } = block;
  if (random.chance(COLLECTOR_SHARE)) return addCollectedLines(block, holder, latest);
  const home = pickInstitution(random, "TELECOM");
  const count = random.weighted(LINE_COUNTS);
  for (let position = 0; position < count; position += 1) {
    const kind = position === 0 ? "MOBILE" : random.weighted(LINE_KINDS);
    const carrier = position === 0 || random.chance(LOYALTY) ? home : pickInstitution(random, "TELECOM");
    addLine(block, holder, carrier.isReseller && kind !== "IOT" ? "MOBILE" : kind, carrier, latest);
  }
}

function addLine(
  block: Block,
  holder: HolderDraft,
  kind: string,
  carrier: InstitutionProfile,
  latest: string,
): void {
  const { random } = block;
  const status = holder.lines.length === 0 ? "ACTIVE" : random.weighted(LINE_STATUSES);
  const lastDay = earlier(latest, block.plan.lastReportedOn(carrier));
  const isForgotten = status === "DORMANT" || (status === "ACTIVE" && random.chance(FORGOTTEN_SHARE));
  holder.lines.push(
    createLine(block, {
      carrier,
      kind,
      status,
      holder: holder.subject.document,
      registeredOn: openingDay(random, earlier(earliestOpening(holder), lastDay), lastDay),
      unusedDays: isForgotten ? random.integer(...FORGOTTEN_DAYS) : undefined,
    }),
  );
}

function addCollectedLines(block: Block, holder: HolderDraft, latest: string): void {
  const { random } = block;
  const carrier = pickInstitution(random, "TELECOM", { isNoReseller: true });
  const count = random.weighted(COLLECTED_LINES);
  for (let position = 0; position < count; position += 1) {
    holder.lines.push(
      createLine(block, {
        carrier,
        kind: "MOBILE",
        status: "ACTIVE",
        holder: holder.subject.document,
        registeredOn: openingDay(random, earlier(earliestOpening(holder), latest), latest),
      }),
    );
  }
}

import { chinaDay } from "../../schema/contract/calendar";
import { carrierOfView } from "./rowFilter";
import type { TelecomContext } from "./telecomContext";

/** What the gateway asks before it plans an operation. */
export interface VerdictQuestion {
  readonly policy: string;
  readonly purpose: string;
  readonly reference: string;
  readonly subjectIds: readonly string[];
}

/** Does the reference stand for each of these people? An empty list asks about the reference alone. */
type Purpose = (
  carrier: string,
  reference: string,
  subjectIds: readonly string[],
  context: TelecomContext,
) => Promise<readonly boolean[]>;

/** An application is decided within a day; a number that lived on would open a person's data for ever. */
const APPLICATION_LIFETIME_MS = 24 * 3_600_000;
/** Longer than any number that an institution gives; what is longer is no number. */
const MAX_REFERENCE_LENGTH = 128;

/** The purposes whose truth this subgraph knows. */
const PURPOSES: Readonly<Record<string, Purpose>> = {
  LINE_OPENING: isApplicationOf,
  ONGOING_REVIEW: isCustomer,
  ORDER: isNamedByOrder,
};

/** One verdict for each person, or one for the reference alone; whatever is not known to be true is a no. */
export async function policyVerdict(
  question: VerdictQuestion,
  context: TelecomContext,
): Promise<readonly boolean[]> {
  const { policy, purpose, reference, subjectIds } = question;
  const carrier = carrierOfView(context.claims.view);
  const holds = Object.hasOwn(PURPOSES, purpose) ? PURPOSES[purpose] : undefined;
  // A review is of whoever holds a line, and has no number of its own.
  const isStated = reference.length > 0 || purpose === "ONGOING_REVIEW";
  const isAskable = isStated && reference.length <= MAX_REFERENCE_LENGTH;
  if (policy !== "purpose_bound" || carrier === null || holds === undefined || !isAskable) {
    return subjectIds.length === 0 ? [false] : subjectIds.map(() => false);
  }
  return holds(carrier, reference, subjectIds, context);
}

/** The number belongs to the first person it was asked for, for a day, and to no other ever. */
async function isApplicationOf(
  carrier: string,
  reference: string,
  subjectIds: readonly string[],
  { stores, clock }: TelecomContext,
): Promise<readonly boolean[]> {
  const now = clock();
  const [first] = subjectIds;
  // Without a person nothing is bound, so that a number made up on the spot opens nothing.
  const application =
    first === undefined
      ? await stores.applications.find(carrier, reference)
      : await stores.applications.bind(carrier, reference, first, now);
  const isAlive =
    application !== null && now.getTime() - application.boundAt.getTime() < APPLICATION_LIFETIME_MS;
  if (first === undefined) return [isAlive];
  return subjectIds.map(id => isAlive && id === application.subjectId);
}

/** Whoever has a line at the carrier that is not closed. Without a person, the carrier's own rows are the bound. */
async function isCustomer(
  carrier: string,
  _reference: string,
  subjectIds: readonly string[],
  { stores, clock }: TelecomContext,
): Promise<readonly boolean[]> {
  if (subjectIds.length === 0) return [true];
  const customers = await stores.holdings.holdsValidLine(subjectIds, carrier, chinaDay(clock()));
  const ids = new Set(customers.map(row => row.subjectId));
  return subjectIds.map(id => ids.has(id));
}

/**
 * The reference is the id of an order of this carrier, and the order is on a line of that person: while it is to be
 * carried out, and as long after as an application lives.
 */
async function isNamedByOrder(
  carrier: string,
  reference: string,
  subjectIds: readonly string[],
  { stores, clock }: TelecomContext,
): Promise<readonly boolean[]> {
  const since = new Date(clock().getTime() - APPLICATION_LIFETIME_MS);
  const named = await stores.orders.personNamedBy(reference, carrier, since);
  return subjectIds.length === 0 ? [named !== null] : subjectIds.map(id => id === named);
}

import { chinaDay } from "../../schema/contract/calendar";
import { accountInstitutionOf } from "./rowFilter";
import type { BankingContext } from "./bankingContext";

/** What the gateway asks before it plans an operation. */
export interface PurposeQuestion {
  readonly policy: string;
  readonly purpose: string;
  readonly reference: string;
  readonly subjectIds: readonly string[];
}

/** Does the reference stand for each of these people? An empty list asks about the reference alone. */
type PurposeCheck = (
  institution: string,
  reference: string,
  subjectIds: readonly string[],
  context: BankingContext,
) => Promise<boolean[]>;

/** An application is decided within a day; a number that lived on would open a person's data for ever. */
export const APPLICATION_LIFETIME_MS = 24 * 3_600_000;
/** Longer than any number that an institution gives; what is longer is no number. */
const MAX_REFERENCE_LENGTH = 128;

/** The purposes whose truth this subgraph knows. */
const CHECKS = new Map<string, PurposeCheck>([
  ["ACCOUNT_OPENING", isApplicationOf],
  ["ONGOING_REVIEW", isCustomer],
  ["ORDER", isNamedByOrder],
]);

/** One verdict for each person, or one for the reference alone; whatever is not known to be true is a no. */
export async function judgePurpose(question: PurposeQuestion, context: BankingContext): Promise<boolean[]> {
  const { policy, purpose, reference, subjectIds } = question;
  const institution = accountInstitutionOf(context.claims.view);
  const check = CHECKS.get(purpose);
  // A review is of whoever holds something, and has no number of its own.
  const isStated = reference.trim() !== "" || purpose === "ONGOING_REVIEW";
  const isReference = isStated && reference.length <= MAX_REFERENCE_LENGTH;
  if (policy !== "purpose_bound" || institution === null || check === undefined || !isReference) {
    return subjectIds.length === 0 ? [false] : subjectIds.map(() => false);
  }
  return check(institution, reference, subjectIds, context);
}

/** The number belongs to the first person it was asked for, for a day, and to no other ever. */
async function isApplicationOf(
  institution: string,
  reference: string,
  subjectIds: readonly string[],
  { stores: { applications }, clock }: BankingContext,
): Promise<boolean[]> {
  const now = clock();
  const [first] = subjectIds;
  // Without a person nothing is bound, so that a number made up on the spot opens nothing.
  const application =
    first === undefined
      ? await applications.findApplication(institution, reference)
      : await applications.bindApplication(institution, reference, first, now);
  const isAlive =
    application !== null && now.getTime() - application.boundAt.getTime() < APPLICATION_LIFETIME_MS;
  if (first === undefined) return [isAlive];
  return subjectIds.map(id => isAlive && id === application.subjectId);
}

/** Whoever has an account open at the institution. Without a person, the institution's own rows are the bound. */
async function isCustomer(
  institution: string,
  _reference: string,
  subjectIds: readonly string[],
  { stores: { holdings }, clock }: BankingContext,
): Promise<boolean[]> {
  if (subjectIds.length === 0) return [true];
  const customers = await holdings.customersAmong(institution, subjectIds, chinaDay(clock()));
  return subjectIds.map(id => customers.has(id));
}

/**
 * The reference is the id of an order to this institution, and the order is on an account of that person: while it is
 * to be carried out, and as long after as an application lives.
 */
async function isNamedByOrder(
  institution: string,
  reference: string,
  subjectIds: readonly string[],
  { stores: { orders }, clock }: BankingContext,
): Promise<boolean[]> {
  const named = await orders.findNamed(reference, new Date(clock().getTime() - APPLICATION_LIFETIME_MS));
  const isOwn = named?.institution === institution;
  if (subjectIds.length === 0) return [isOwn];
  return subjectIds.map(id => isOwn && id === named.subjectId);
}

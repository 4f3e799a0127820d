import { chinaDay } from "../../schema/contract/calendar";
import { HubError } from "../../schema/contract/errors";
import { AnswerState, Sector } from "../shared/types/enums";
import type { BankingContext } from "./bankingContext";
import { coverageState, withoutFinding } from "./coverageState";
import { decideOpening } from "./rules/decideOpening";
import type { MeasureFact, OpeningFacts } from "./rules/openingFacts";
import { showDecision } from "../shared/showDecision";
import { spreadFacts } from "./spreadFacts";
import type { DeclaredInstitution } from "./store/institutionStore";
import { AccountProduct, type LimitExemption } from "./types/enums";
import type { OpeningDecision } from "./types/OpeningDecision";
import type { Subject } from "./types/Subject";

/** What an institution asks before it opens an account. */
export interface OpeningQuestion {
  readonly institution: string;
  readonly product: AccountProduct;
  readonly exemption: LimitExemption | null;
  readonly reviewReason: string | null;
  /** Null: today. */
  readonly on: string | null;
}

const PAYMENT_PRODUCTS: readonly AccountProduct[] = [
  AccountProduct.PAYMENT_CLASS_I,
  AccountProduct.PAYMENT_CLASS_II,
  AccountProduct.PAYMENT_CLASS_III,
];

/**
 * Collects the facts, asks the rules, files what they come to and says what it stands on. Throws BAD_INPUT for a
 * wrong product.
 */
export async function checkAccountOpening(
  subject: Subject,
  question: OpeningQuestion,
  context: BankingContext,
): Promise<OpeningDecision> {
  const institution = await requireInstitution(question, context);
  const now = context.clock();
  const asOf = institution.completeAsOf;
  // What was found is in the findings, as far as it is the institution's own.
  const coverage = withoutFinding(coverageState(false, asOf, now));
  const facts = await collectFacts(subject, question, institution, coverage, context);
  const { id, outcome, findings, ruleVersion } = decideOpening(subject.id, institution.code, facts);
  const filed = await context.stores.decisions.fileDecision({
    id,
    institution: institution.code,
    subjectId: subject.id,
    outcome,
    findings,
    ruleVersion,
    coverageState: coverage,
    coverageAsOf: asOf,
    decidedAt: now,
  });
  return showDecision(filed, institution);
}

async function requireInstitution(
  { institution: code, product }: OpeningQuestion,
  { loaders }: BankingContext,
): Promise<DeclaredInstitution> {
  const institution = (await loaders.declaredInstitutions()).find(one => one.code === code);
  if (institution === undefined)
    throw new HubError("BAD_INPUT", "The institution is not in the banking register.");
  const isPaymentProduct = PAYMENT_PRODUCTS.includes(product);
  if (isPaymentProduct !== (institution.sector === Sector.PAYMENT)) {
    throw new HubError(
      "BAD_INPUT",
      "Banks open bank products and payment institutions open payment accounts.",
    );
  }
  return institution;
}

async function collectFacts(
  subject: Subject,
  { product, exemption, reviewReason, on }: OpeningQuestion,
  institution: DeclaredInstitution,
  coverage: AnswerState,
  { loaders, clock, singlePaymentClass }: BankingContext,
): Promise<OpeningFacts> {
  const [accounts, restrictions] = await Promise.all([
    loaders.accountsBySubject.load(subject.id),
    loaders.restrictionsBySubject.load(subject.id),
  ]);
  const holdings = accounts
    .filter(account => account.institution === institution.code)
    .map(({ kind, accountClass, exemptFromLimit, openedOn, closedOn, reportedStatus }) => ({
      kind,
      accountClass,
      exemptFromLimit,
      openedOn,
      closedOn,
      reportedStatus,
    }));
  return {
    on: on ?? chinaDay(clock()),
    sector: institution.sector === Sector.PAYMENT ? Sector.PAYMENT : Sector.BANKING,
    product,
    exemption,
    reviewReason,
    holdings,
    coverage,
    measures: readMeasures(subject),
    spread: spreadFacts(restrictions),
    singlePaymentClass,
  };
}

/** In a reference moments are text; no history at all means that the police register did not answer. */
function readMeasures({ measureHistory }: Subject): MeasureFact[] | null {
  if (measureHistory === null || measureHistory === undefined) return null;
  return measureHistory.map(({ kind, sector, startsOn, endsOn, liftedAt }) => ({
    kind,
    sector,
    startsOn,
    endsOn,
    liftedOn: liftedAt === null ? null : chinaDay(new Date(liftedAt)),
  }));
}

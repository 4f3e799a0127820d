import { chinaDay } from "../../schema/contract/calendar";
import { HubError } from "../../schema/contract/errors";
import { Sector, SubjectKind } from "../shared/types/enums";
import type { BankingContext } from "./bankingContext";
import { coverageState, withoutFinding } from "./coverageState";
import { holdingsOn } from "./holdingsOn";
import { decideOpening } from "./rules/decideOpening";
import type { MeasureFact, OpeningFacts } from "./rules/openingFacts";
import { singlePaymentClassOn } from "./rules/ruleVersions";
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
  /** Today, or an earlier day that is replayed. */
  readonly on: string;
}

const PAYMENT_PRODUCTS: readonly AccountProduct[] = [
  AccountProduct.PAYMENT_CLASS_I,
  AccountProduct.PAYMENT_CLASS_II,
  AccountProduct.PAYMENT_CLASS_III,
];

/** Products that only a person or only a unit has. */
const KIND_OF_HOLDER: Readonly<Partial<Record<AccountProduct, SubjectKind>>> = {
  [AccountProduct.DEBIT_CARD_CLASS_I]: SubjectKind.PERSON,
  [AccountProduct.DEBIT_CARD_CLASS_II]: SubjectKind.PERSON,
  [AccountProduct.DEBIT_CARD_CLASS_III]: SubjectKind.PERSON,
  [AccountProduct.PASSBOOK_CLASS_I]: SubjectKind.PERSON,
  [AccountProduct.UNIT_SETTLEMENT]: SubjectKind.UNIT,
  [AccountProduct.UNIT_CARD]: SubjectKind.UNIT,
};

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
  const holderKind = (await context.loaders.subject.load(subject.id))?.kind ?? null;
  requireFittingHolder(holderKind, question.product);
  const now = context.clock();
  const asOf = institution.completeAsOf;
  // What was found is in the findings, as far as it is the institution's own.
  const coverage = withoutFinding(coverageState(false, asOf, now));
  const facts = await collectFacts(subject, question, { institution, coverage, holderKind }, context);
  const { id, outcome, findings, ruleVersion } = decideOpening(subject.id, institution.code, facts);
  const filed = await context.stores.decisions.fileDecision({
    id,
    institution: institution.code,
    subjectId: subject.id,
    on: question.on,
    product: question.product,
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

/** Throws BAD_INPUT for a person's product where the holder is known as a unit, and the other way round. */
function requireFittingHolder(holderKind: SubjectKind | null, product: AccountProduct): void {
  const wanted = KIND_OF_HOLDER[product];
  if (holderKind === null || wanted === undefined || holderKind === wanted) return;
  throw new HubError(
    "BAD_INPUT",
    wanted === SubjectKind.UNIT
      ? "Unit accounts and cards are opened for units: this is a person."
      : "Debit cards and class I passbooks are opened for persons: this is a unit.",
  );
}

/** What is known of the question before the facts are collected. */
interface Known extends Pick<OpeningFacts, "coverage" | "holderKind"> {
  readonly institution: DeclaredInstitution;
}

async function collectFacts(
  subject: Subject,
  { product, exemption, reviewReason, on }: OpeningQuestion,
  { institution, coverage, holderKind }: Known,
  { loaders, clock }: BankingContext,
): Promise<OpeningFacts> {
  const isReplay = on < chinaDay(clock());
  const [accounts, pasts, restrictions, recognitions] = await Promise.all([
    loaders.accountsBySubject.load(subject.id),
    isReplay ? loaders.accountPastsBySubject.load(subject.id) : [],
    loaders.restrictionsBySubject.load(subject.id),
    loaders.recognitionsBySubject.load(subject.id),
  ]);
  const isOwn = (row: { readonly institution: string }): boolean => row.institution === institution.code;
  const holdings = holdingsOn(on, accounts.filter(isOwn), pasts.filter(isOwn));
  return {
    on,
    sector: institution.sector === Sector.PAYMENT ? Sector.PAYMENT : Sector.BANKING,
    product,
    holderKind,
    exemption,
    reviewReason,
    holdings,
    coverage,
    measures: readMeasures(subject),
    spread: spreadFacts(restrictions, recognitions),
    singlePaymentClass: singlePaymentClassOn(on),
  };
}

/** In a reference moments are text; no history at all means that the police register did not answer. */
function readMeasures({ measureHistory }: Subject): MeasureFact[] | null {
  if (measureHistory === null || measureHistory === undefined) return null;
  return measureHistory.map(({ kind, sector, article, startsOn, endsOn, liftedAt }) => ({
    kind,
    sector,
    article,
    startsOn,
    endsOn,
    liftedOn: liftedAt === null ? null : chinaDay(new Date(liftedAt)),
  }));
}

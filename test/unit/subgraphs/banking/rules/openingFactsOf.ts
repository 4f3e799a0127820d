import type { Holding, MeasureFact, OpeningFacts } from "../../../../../subgraphs/banking/rules/openingFacts";
import {
  AccountClass,
  AccountKind,
  AccountProduct,
  AccountStatus,
} from "../../../../../subgraphs/banking/types/enums";
import { AnswerState, MeasureKind, Sector, SubjectKind } from "../../../../../subgraphs/shared/types/enums";

/** Somebody who holds nothing asks a bank for a class II card, with nothing against it; a test says what matters. */
export function openingFactsOf(rest: Partial<OpeningFacts> = {}): OpeningFacts {
  return {
    on: "2026-11-24",
    sector: Sector.BANKING,
    product: AccountProduct.DEBIT_CARD_CLASS_II,
    holderKind: SubjectKind.PERSON,
    exemption: null,
    reviewReason: null,
    holdings: [],
    coverage: AnswerState.ANSWERED,
    measures: [],
    spread: [],
    singlePaymentClass: AccountClass.III,
    ...rest,
  };
}

/** A debit card of class II, open since 2020. */
export function holdingOf(rest: Partial<Holding> = {}): Holding {
  return {
    kind: AccountKind.DEBIT_CARD,
    accountClass: AccountClass.II,
    exemptFromLimit: null,
    openedOn: "2020-03-01",
    closedOn: null,
    closedBy: null,
    reportedStatus: AccountStatus.NORMAL,
    ...rest,
  };
}

/** Five years without a new bank account. */
export function measureOf(rest: Partial<MeasureFact> = {}): MeasureFact {
  return {
    kind: MeasureKind.NO_NEW_ACCOUNT,
    sector: Sector.BANKING,
    article: "N20-5",
    startsOn: "2021-03-01",
    endsOn: "2026-03-01",
    liftedOn: null,
    ...rest,
  };
}

// N16-5: the holder's *other* accounts follow a recognised one; a stop-payment and a freeze stay on the one account.
import type { Kysely } from "kysely";
import type { Holding } from "../../shared/orders/planOrders";
import type { StandingMeasure } from "../../shared/orders/standingMeasure";
import type { SubgraphKeys } from "../../shared/requestContext";
import { SEAL_CONTEXTS } from "../sealContexts";
import { createMeasureTargetStore, type TargetAccount } from "../store/measureTargetStore";

/** The accounts that each measure reaches now. */
export async function chooseTargets(
  tx: Kysely<unknown>,
  measures: readonly StandingMeasure[],
  keys: SubgraphKeys,
): Promise<ReadonlyMap<StandingMeasure, readonly Holding[]>> {
  const store = createMeasureTargetStore(tx);
  const holders = await store.holdersOf(measures.flatMap(({ holdingId }) => holdingId ?? []));
  const inCases = measures.filter(({ causeKind }) => causeKind === "CASE_ACCOUNT");
  const caseHolders = await store.caseHolders([...new Set(inCases.map(({ causeId }) => causeId))]);
  // The register here knows better than the police who holds an account; a case is about whoever held it then.
  const subjectOf = ({ causeKind, causeId, holdingId, subjectId }: StandingMeasure): string | null => {
    if (causeKind === "CASE_ACCOUNT") return caseHolders.get(causeId) ?? subjectId;
    return (holdingId === null ? null : holders.get(holdingId)) ?? subjectId;
  };
  const subjectIds = [...new Set(measures.flatMap(measure => subjectOf(measure) ?? []))];
  const accounts = subjectIds.length === 0 ? [] : await store.openAccountsOf(subjectIds);
  return new Map(
    measures.map(measure => {
      const held = accounts.filter(account => account.subjectId === subjectOf(measure));
      return [measure, held.filter(account => reaches(measure, account, keys))];
    }),
  );
}

function reaches(measure: StandingMeasure, account: TargetAccount, keys: SubgraphKeys): boolean {
  const { causeKind, holdingId, sector } = measure;
  switch (causeKind) {
    case "SANCTION":
      return account.sector === sector;
    case "CASE_ACCOUNT":
      return account.sector === sector && account.id !== holdingId;
    case "FREEZE":
      return account.id === holdingId;
    case "STOP_PAYMENT":
      return account.id === holdingId && isNamedRightly(measure, account, keys);
    case "TELECOM_MEASURE":
    case "CASE_LINE":
      return false;
  }
}

/** The institution and the number are in the id; the holder's name has to match too, or somebody else would be hit. */
function isNamedRightly(
  { holderMark }: StandingMeasure,
  { id, subjectId, sealedName }: TargetAccount,
  { ids, sealer }: SubgraphKeys,
): boolean {
  if (holderMark === null || sealedName === null) return false;
  const name = sealer.open(sealedName, SEAL_CONTEXTS.subjectName(subjectId));
  return ids.holderMark(id, name) === holderMark;
}

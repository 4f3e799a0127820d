import { HubError } from "../../../schema/contract/errors";
import { coverageState, withoutFinding } from "../coverageState";
import { requirePast } from "../input/requirePast";
import { UNKNOWN_CARRIER } from "../requireCarrier";
import type { DeclareCoverageInput } from "../../shared/types/DeclareCoverageInput";
import type { InstitutionRow } from "../store/institutionStore";
import type { InstitutionAnswer } from "../types/InstitutionAnswer";
import { toChange } from "./change";
import type { TelecomTransaction } from "./telecomTransaction";

/**
 * A carrier says as of when it has reported everything. Where it names more records than the hub has, something is
 * still missing: the declaration is kept, but reads as not answered until one that fits takes its place. One that speaks
 * of an earlier moment than what stands changes nothing: what stands is answered.
 */
export async function declareLineCoverage(
  { institution: code, completeAsOf, records = null }: DeclareCoverageInput,
  { stores, at, tell }: TelecomTransaction,
): Promise<InstitutionAnswer> {
  requirePast("completeAsOf", completeAsOf, at);
  if (records !== null && records < 0) throw new HubError("BAD_INPUT", "`records` is not negative.");
  const institution = await findInstitution(code, stores);
  if (institution === undefined) throw UNKNOWN_CARRIER;
  const held = await stores.figures.countLines(code);
  const isShort = records !== null && records > held;
  const taken = await stores.institutions.declareCoverage([
    {
      institution: code,
      asOf: completeAsOf.toISOString(),
      completeAsOf: isShort ? null : completeAsOf.toISOString(),
      records,
      declaredAt: at.toISOString(),
    },
  ]);
  if (taken.length > 0)
    await tell([
      toChange({ kind: "COVERAGE_DECLARED", at, carrier: code, touched: [`Institution:${code}`] }),
    ]);
  const asOf = (await findInstitution(code, stores))?.completeAsOf ?? null;
  return {
    institution,
    state: withoutFinding(coverageState(held > 0, asOf, at)),
    asOf,
  };
}

async function findInstitution(
  code: string,
  { institutions }: Pick<TelecomTransaction["stores"], "institutions">,
): Promise<InstitutionRow | undefined> {
  return (await institutions.institutions()).find(one => one.code === code);
}

import type { View } from "../../schema/contract/claims";
import { noteAbout } from "../shared/about";
import { TriState } from "../shared/types/enums";
import { institutionOfView } from "../shared/view";
import { isNobody } from "./nobody";
import { carrierOfView, type RowFilter } from "./rowFilter";
import type { LineRow } from "./store/lineRow";
import type { TelecomContext } from "./telecomContext";
import { LineStatus } from "./types/enums";
import type { PhoneCheck } from "./types/PhoneCheck";

/** Calls and messages reach it; a dormant one still does. */
const IN_SERVICE: readonly (LineStatus | null)[] = [
  LineStatus.ACTIVE,
  LineStatus.DORMANT,
  LineStatus.REVERIFY_REQUIRED,
];

/** What no register knows of. */
const NOT_KNOWN: PhoneCheck = {
  sameHolder: TriState.UNKNOWN,
  inService: TriState.UNKNOWN,
  verifiedFlags: null,
  asOf: null,
};

/** Of another's line nothing is told but that it is not the customer's: the check is of the customer. */
const ANOTHERS: PhoneCheck = {
  sameHolder: TriState.NO,
  inService: TriState.UNKNOWN,
  verifiedFlags: null,
  asOf: null,
};

/** Compares the line's holder with the document's token. Null for those who open neither accounts nor lines. */
export async function checkPhone(
  lineId: string,
  token: string | null,
  context: TelecomContext,
): Promise<PhoneCheck | null> {
  const { claims, stores, loaders } = context;
  const filter = checkedRowsOf(claims.view);
  if (filter === null) return null;
  const [line] = await stores.lines.linesByIds([lineId], filter);
  if (line === undefined) return NOT_KNOWN;
  if (!isNobody(line.subjectId)) noteAbout(context, [line.subjectId]);
  if (token === null) return NOT_KNOWN;
  if (line.subjectId !== token) return ANOTHERS;
  const [flags, carrier] = await Promise.all([
    stores.verifiedFlags.verifiedKinds([{ subjectId: line.subjectId, lineId }]),
    loaders.institutionByCode(line.carrier),
  ]);
  return {
    sameHolder: TriState.YES,
    inService: IN_SERVICE.includes(line.status) ? TriState.YES : TriState.NO,
    verifiedFlags: flags.map(flag => flag.kind),
    asOf: knownAsOf(line, carrier?.completeAsOf ?? null),
  };
}

/** Banks check any line, since that is what the check is for; a carrier its own. */
function checkedRowsOf(view: View): RowFilter | null {
  const carrier = carrierOfView(view);
  return institutionOfView(view) === null ? null : { carrier, person: null };
}

// What a carrier has completely reported also says that nothing has changed since the line was reported.
function knownAsOf({ observedAt }: LineRow, completeAsOf: Date | null): Date {
  return completeAsOf !== null && completeAsOf > observedAt ? completeAsOf : observedAt;
}

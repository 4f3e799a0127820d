import { maskDocumentNumber } from "../../schema/contract/masking";
import type { Sealer } from "../../schema/contract/sealing";
import { IdentityDocumentType } from "../shared/types/enums";
import type { SubjectIdentity } from "../shared/types/SubjectIdentity";
import { isPoliceView } from "../shared/view";
import type { BankingContext } from "./bankingContext";
import { accountInstitutionOf } from "./rowFilter";
import { SEAL_CONTEXTS } from "./sealContexts";
import type { SubjectRow } from "./store/subjectStore";

/** The police see whose token it is, an institution its own customers, a person themself; nobody else. */
export async function mayReadIdentity(subjectId: string, context: BankingContext): Promise<boolean> {
  const { view } = context.claims;
  if (isPoliceView(view)) return true;
  if (accountInstitutionOf(view) === null) return view === `person:${subjectId}`;
  // The view's accounts are the institution's own: whoever has one is a customer.
  return (await context.loaders.accountsBySubject.load(subjectId)).length > 0;
}

/** Opens what is sealed; the full number only for callers who may read it. */
export function openIdentity(row: SubjectRow, { keys, claims }: BankingContext): SubjectIdentity {
  const number = keys.sealer.open(row.sealedNumber, SEAL_CONTEXTS.subjectNumber(row.id));
  return {
    kind: row.kind,
    documentType: IdentityDocumentType[row.documentType],
    maskedNumber: maskDocumentNumber(row.documentType, number),
    number: claims.caller.scopes.includes("identity:number:read") ? number : null,
    name: openName(row, keys.sealer),
  };
}

/** The name as it was reported; null where only a document is known. */
export function openName({ id, sealedName }: SubjectRow, sealer: Sealer): string | null {
  return sealedName === null ? null : sealer.open(sealedName, SEAL_CONTEXTS.subjectName(id));
}

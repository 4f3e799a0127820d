import { maskDocumentNumber } from "../../schema/contract/masking";
import type { Sealer } from "../../schema/contract/sealing";
import { IdentityDocumentType } from "../shared/types/enums";
import type { SubjectIdentity } from "../shared/types/SubjectIdentity";
import { isPoliceView, personOfView } from "../shared/view";
import { carrierOfView } from "./rowFilter";
import { SEAL_CONTEXTS } from "./sealContexts";
import type { SubjectRow } from "./store/subjectStore";
import type { TelecomContext } from "./telecomContext";

/** Police see everybody, a carrier its present customers, a person themself. */
export async function maySeeIdentity(
  subjectId: string,
  { claims, loaders }: TelecomContext,
): Promise<boolean> {
  if (isPoliceView(claims.view)) return true;
  const carrier = carrierOfView(claims.view);
  if (carrier === null) return personOfView(claims.view) === subjectId;
  const holdings = await loaders.holdingsBySubject.load(subjectId);
  return holdings.some(holding => holding.carrier === carrier && holding.active > 0);
}

/** What is not selected is not unsealed: the values are opened when they are read. */
export function openIdentity(row: SubjectRow, sealer: Sealer): SubjectIdentity {
  const openNumber = (): string => sealer.open(row.sealedNumber, SEAL_CONTEXTS.subjectNumber(row.id));
  return {
    kind: row.kind,
    documentType: IdentityDocumentType[row.documentType],
    get maskedNumber() {
      return maskDocumentNumber(row.documentType, openNumber());
    },
    get number() {
      return openNumber();
    },
    get name() {
      return row.sealedName === null ? null : sealer.open(row.sealedName, SEAL_CONTEXTS.subjectName(row.id));
    },
  };
}

import type { IdentityDocument } from "../../../schema/contract/identityDocument";
import type { LineRecord } from "../store/tables/lineTable";
import type { LineKind, LineStatus, UndertakingKind } from "../types/enums";

/** The holder of a reported line: number and name are sealed only on their way into the store. */
export interface HolderDraft {
  readonly id: string;
  readonly document: IdentityDocument;
  readonly name: string | null;
  readonly legalRepresentativeId: string | null;
}

/** A pledge or warning beside the risk notice, which stands with the line itself. */
export interface UndertakingDraft {
  readonly kind: UndertakingKind;
  readonly noticeVersion: string;
  readonly noticeDigest: string;
  readonly acknowledgedAt: string;
}

/** A line without its sealed number, which changes with every sealing and says nothing new. */
export interface LineState extends Omit<LineRecord, "sealedNumber"> {
  readonly kind: LineKind;
  readonly status: LineStatus;
}

/** A reported line whose fields have been checked one by one. */
export interface LineDraft {
  readonly state: LineState;
  readonly number: string;
  readonly holder: HolderDraft | null;
  readonly undertaking: UndertakingDraft | null;
}

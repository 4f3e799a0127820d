import type { IdentityDocument } from "../../../schema/contract/identityDocument";

/** A person or unit as a report names them: by token, with what is to be sealed still clear. */
export interface SubjectSighting {
  readonly id: string;
  readonly document: IdentityDocument;
  readonly name: string | null;
  readonly legalRepresentativeId: string | null;
  readonly observedAt: Date;
}

/** A person or unit as a subgraph stores them; name and representative each carry the moment they were observed. */
export interface SubjectRecord {
  readonly id: string;
  readonly kind: string;
  readonly documentType: string;
  readonly sealedNumber: string;
  readonly sealedName: string | null;
  readonly nameObservedAt: Date | null;
  /** Decides between two names of the same moment, and tells nothing of either. */
  readonly nameMark: string;
  readonly legalRepresentativeId: string | null;
  readonly representativeObservedAt: Date | null;
}

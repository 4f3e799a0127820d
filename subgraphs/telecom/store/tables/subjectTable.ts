import type { Table } from "../table";
import type { Moment } from "./values";

/** A person or unit as stored. */
export interface SubjectRecord {
  readonly id: string;
  readonly kind: string;
  readonly documentType: string;
  readonly sealedNumber: string;
  readonly sealedName: string | null;
  readonly legalRepresentativeId: string | null;
  readonly observedAt: Moment;
}

/** The people and units of whom a carrier holds something. */
export const SUBJECT: Table<SubjectRecord> = {
  name: "telecom.subject",
  key: ["id"],
  columns: {
    id: "text",
    kind: "text",
    documentType: "text",
    sealedNumber: "text",
    sealedName: "text",
    legalRepresentativeId: "text",
    observedAt: "timestamptz",
  },
};

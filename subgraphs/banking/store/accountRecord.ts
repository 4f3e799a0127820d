import type { ReportedStatus } from "../accountStatus";
import type { AccountClass, AccountKind, LimitExemption } from "../types/enums";

/** An account as it reaches the store: by token, with what is to be sealed still clear. */
export interface AccountRecord {
  readonly id: string;
  readonly subjectId: string;
  readonly institution: string;
  readonly number: string;
  readonly kind: AccountKind;
  readonly accountClass: AccountClass | null;
  readonly reportedStatus: ReportedStatus;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly outletCode: string | null;
  readonly reservedPhone: string | null;
  readonly deviceId: string | null;
  readonly exemptFromLimit: LimitExemption | null;
  /** The day of a recognition that the record brings along; null leaves what is stored alone. */
  readonly involvedOn: string | null;
  /** When the institution saw it so: an older record never overwrites a newer one. */
  readonly observedAt: Date;
}

/** What decides which of two records is the newer. */
export type AccountStanding = Pick<
  AccountRecord,
  | "subjectId"
  | "kind"
  | "accountClass"
  | "reportedStatus"
  | "openedOn"
  | "closedOn"
  | "outletCode"
  | "exemptFromLimit"
  | "reservedPhone"
  | "deviceId"
  | "observedAt"
>;

/** What became of a record. */
export interface SavedAccount {
  readonly id: string;
  readonly subjectId: string;
  /** False: this record or one that is newer was there already, or the change is refused. */
  readonly isWritten: boolean;
  /** The state that the account cannot leave for the one reported; null: nothing is refused. */
  readonly refusedIn: ReportedStatus | null;
  /** Who held the account before, where it has changed hands. */
  readonly previousSubjectId: string | null;
}

import type {
  WorldAccount,
  WorldAccountOrder,
  WorldFlag,
  WorldLine,
  WorldLineOrder,
  WorldRestriction,
  WorldSubject,
} from "../worldModel";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A line that later steps may still suspend, flag or give orders for. */
export type LineDraft = Mutable<Omit<WorldLine, "flags" | "orders">> & {
  readonly flags: WorldFlag[];
  readonly orders: WorldLineOrder[];
};

/** An account that later steps may still restrict or give orders for. */
export type AccountDraft = Mutable<Omit<WorldAccount, "restrictions" | "orders">> & {
  readonly restrictions: WorldRestriction[];
  readonly orders: WorldAccountOrder[];
};

/** A person or unit with everything held under the document, in the making. */
export interface HolderDraft {
  readonly subject: WorldSubject;
  /** Day of birth or of founding: nothing is opened before. */
  readonly since: string;
  readonly lines: LineDraft[];
  readonly accounts: AccountDraft[];
}

import type { GraphQLOutputType } from "graphql";
import type { DenialCode } from "./policies/policy";

/** A place of the answer that the caller may not see. */
export interface Denial {
  /** Response keys from the root, without the indexes of lists. */
  readonly path: readonly string[];
  /** `Type.field`, or `Type` where an object as a whole is denied. */
  readonly coordinate: string;
  readonly nullable: boolean;
  readonly code: DenialCode;
}

/** One response key of an object, for some of its types. */
export interface ShapeEntry {
  readonly key: string;
  /** The key under which the planner's answer has it, where that must differ. */
  readonly source: string;
  /** Null: for every type. */
  readonly types: ReadonlySet<string> | null;
  readonly type: GraphQLOutputType;
  /** Set where this key is null because of a denial here or, non-null, further down. */
  readonly denial: Denial | null;
  /** Set where the object as a whole is denied to types that this entry is for. */
  readonly objectDenial: Denial | null;
  /** Null for leaves. */
  readonly child: AnswerShape | null;
  /** The key of the same object by which whoever stands here is confirmed, or nothing behind this is told. */
  readonly confirmedBy: string | null;
}

/** What one selection set asks of an object, in the order in which the caller wrote it. */
export interface AnswerShape {
  /** The response key under which the object's type stands; null where there is only one type. */
  readonly typeKey: string | null;
  /** The name of that one type. */
  readonly onlyType: string | null;
  readonly entries: readonly ShapeEntry[];
  /** The keys in the planner's answer without which nobody knows whom the object is about. */
  readonly recorded: ReadonlySet<string>;
  /** Whether anything in it is denied or was put in; otherwise the object can be taken as it is. */
  readonly touched: boolean;
}

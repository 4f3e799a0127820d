import type { DocumentNode } from "graphql";
import type { AnswerPath } from "../findAnswerPaths";
import type { AnswerShape, Denial } from "./answerShape";
import type { DenialCode, PolicyQuestion, Variables } from "./policies/policy";

/** A validated operation. The document object stands for its text: pass the same one for the same text. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** What must be found out before an operation can be authorized. */
export interface Inquiry {
  readonly questions: readonly PolicyQuestion[];
  /** The operation goes further than one step: worth asking whether this caller may. */
  readonly exceedsSteps: boolean;
}

/** What was found out. */
export interface Decisions {
  /** By question, null where granted; what is not named is refused. */
  readonly answers: ReadonlyMap<string, DenialCode | null>;
  readonly extendedAccess: boolean;
}

/** The operation that may be planned, and what it takes to give the caller the answer they asked for. */
export interface AuthorizedOperation {
  /** Null where nothing is left to be asked. */
  readonly document: DocumentNode | null;
  /** Differs wherever the document does: the plan's key. */
  readonly operationKey: string;
  readonly operationName: string | null;
  readonly denied: readonly Denial[];
  /** `Type.field` of those, each once. */
  readonly coordinatesDenied: readonly string[];
  /** A mutation is refused whole if a root field of it is denied or would be lost: half of it must not happen. */
  readonly refusal: Denial | null;
  readonly shape: AnswerShape;
  /** Where the planner's answer has the keys of people. */
  readonly people: readonly AnswerPath[];
  /** What the caller asks about the schema itself, to be answered with what they may ask for. */
  readonly introspection: DocumentNode | null;
}

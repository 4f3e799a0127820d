import { GraphQLError } from "graphql";
import type { Denial } from "./answerShape";
import type { DenialCode } from "./policies/policy";

const MESSAGES: Readonly<Record<DenialCode, string>> = {
  FORBIDDEN: "You may not see this.",
  PURPOSE_REQUIRED: "Say what this is for: the headers duanka-purpose and duanka-reference are missing.",
  SUBGRAPH_UNAVAILABLE:
    "Whether you may see this could not be found out: the register that knows did not answer. Try again shortly.",
};

/** A refusal is no fault: where in our code it was written down is the same each time. */
const PATTERNS: Readonly<Record<DenialCode, GraphQLError>> = {
  FORBIDDEN: createPattern("FORBIDDEN"),
  PURPOSE_REQUIRED: createPattern("PURPOSE_REQUIRED"),
  SUBGRAPH_UNAVAILABLE: createPattern("SUBGRAPH_UNAVAILABLE"),
};

/**
 * The error for a denied place, for an answer or in place of one. An answer can hold dozens, and making an error
 * costs more than the rest of restoring: all of a code are the same one but for their paths.
 */
export function createDenialError(
  { code }: Pick<Denial, "code">,
  path: readonly (string | number)[],
  furtherPlaces = 0,
): GraphQLError {
  const own: PropertyDescriptorMap = { path: { value: path, enumerable: true } };
  if (furtherPlaces > 0) {
    own["extensions"] = { value: Object.freeze({ code, furtherPlaces }), enumerable: true };
  }
  return Object.create(PATTERNS[code], own) as GraphQLError;
}

function createPattern(code: DenialCode): GraphQLError {
  // Shared by all answers, so that nobody may write on it.
  return new GraphQLError(MESSAGES[code], { extensions: Object.freeze({ code }) });
}

import { HubError } from "../../schema/contract/errors";

/** Why an operation may be refused before anybody is asked what its caller may have. */
export const ROAD_REFUSALS = {
  onlyTrusted: new HubError("FORBIDDEN", "Only the documents that are kept here are answered."),
  noSuchOperation: new HubError(
    "BAD_INPUT",
    "Say by operationName which operation of the document is meant.",
  ),
  noSubscriptions: new HubError("BAD_INPUT", "Subscriptions are not served here."),
  argumentsByGet: new HubError(
    "BAD_INPUT",
    "What takes arguments is sent by POST, so that no number stands in an address.",
  ),
  tooCostly: new HubError(
    "LIMIT_EXCEEDED",
    "This asks for too much at once: ask for fewer items or fewer fields.",
  ),
} as const;

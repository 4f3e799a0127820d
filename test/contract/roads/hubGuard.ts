import { parse } from "graphql";
import { createOperationGuard } from "../../../gateway/auth/operationGuard";
import type { Permission } from "../../../gateway/requestContext";
import type { RequestClaims } from "../../../schema/contract/claims";
import {
  ACTS,
  APPROVING_SUBGRAPHS,
  CONFIRMED_BY,
  FEEDS,
  GATHERINGS,
  OWNERS,
  PERSON_LISTS,
  PURPOSE_SUBGRAPHS,
  RECOGNISED_BY,
  SUBJECT_ARGUMENTS,
} from "../../../scripts/hub/purposeFacts";
import { readSupergraph } from "../../../scripts/hub/readSupergraph";
import { LINKS } from "../../../scripts/hub/links";
import { readClientSchema } from "./clientSchema";

/** Asks the hub's own guard what is left of an operation. Every purpose is true, nobody may go a second step. */
export type AskGuard = (
  text: string,
  claims: RequestClaims,
  operationType: "query" | "mutation",
) => Promise<Permission>;

/** The guard as this hub puts it together, for this person alone. */
export function createHubGuard(subjectId: string): AskGuard {
  const guard = createOperationGuard({
    unmarkedFields: "deny",
    documentType: "IdentityDocumentInput",
    subjectArguments: SUBJECT_ARGUMENTS,
    personLists: PERSON_LISTS,
    links: LINKS,
    recognisedBy: RECOGNISED_BY,
    gatherings: GATHERINGS,
    confirmedBy: CONFIRMED_BY,
    feeds: FEEDS,
    owners: OWNERS,
    acts: ACTS,
    purposeSubgraphs: PURPOSE_SUBGRAPHS,
    approvingSubgraphs: APPROVING_SUBGRAPHS,
    send: (_subgraph, _document, { policy, subjectIds }) => {
      const asked = subjectIds as readonly string[];
      const verdicts = Array.from({ length: Math.max(1, asked.length) }, () => policy === "purpose_bound");
      return Promise.resolve({ data: { policyVerdict: verdicts } });
    },
    clock: () => new Date(),
  })({ sdl: readSupergraph(), clientSchema: readClientSchema() });
  return (text, claims, operationType) =>
    guard.permit(
      {
        document: parse(text),
        operationType,
        operationName: "Road",
        hash: text,
        variables: { document: { type: "PASSPORT", number: "E1" }, yes: true, no: false },
        tokens: [subjectId],
        rangesOf: () => [],
        tokensIn: value => (JSON.stringify(value ?? null).includes("PASSPORT") ? [subjectId] : []),
      },
      claims,
    );
}

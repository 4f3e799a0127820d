import type { Logger } from "pino";
import { createAuthenticate } from "../../gateway/auth/authenticate";
import { fetchKeySet } from "../../gateway/auth/fetchKeySet";
import { createIdentify } from "../../gateway/auth/identify";
import { createOperationGuard } from "../../gateway/auth/operationGuard";
import { VERDICT_DEADLINE_MS } from "../../gateway/auth/policies/verdicts";
import type { Revocations } from "../../gateway/auth/revocations";
import { createTrustedIssuers } from "../../gateway/auth/trustedIssuers";
import { createGateway } from "../../gateway/createGateway";
import type { SubgraphTransport } from "../../gateway/fetch/subgraphTransport";
import type { Gateway, GatewayParts } from "../../gateway/gatewayParts";
import type { Caller } from "../../schema/contract/claims";
import type { Clock } from "../../schema/contract/clock";
import { parseTrustedIssuers } from "../../schema/contract/trustedIssuers";
import { createSubgraphSender } from "./createSubgraphSender";
import { readOperations } from "../../schema/operations/readOperations";
import { createDocumentTokenising } from "./documentTokenising";
import { findConsole } from "./findConsole";
import { APPROVING_SUBGRAPHS, PURPOSE_SUBGRAPHS, SUBJECT_ARGUMENTS } from "./purposeFacts";
import { readSupergraph } from "./readSupergraph";
import { STEP_ARGUMENTS } from "./stepArguments";

/** What this hub's gateway is told; what it knows of phones, banks and police stands in this folder alone. */
export interface HubGatewayParts extends Pick<
  GatewayParts,
  "audit" | "cache" | "development" | "introspection"
> {
  readonly transport: SubgraphTransport;
  readonly identityPepper: Buffer;
  /** The text of the file of trusted issuers. */
  readonly trustedIssuers: string;
  readonly revocations: Revocations;
  /** Told when an issuer has overstepped its bounds. */
  readonly onOverstep: Parameters<typeof createAuthenticate>[0]["onAttempt"];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Puts the hub's gateway together: the supergraph, who may ask, and what makes a purpose true. */
export function createHubGateway(parts: HubGatewayParts): Promise<Gateway> {
  const { transport, clock, trustedIssuers, revocations, onOverstep, identityPepper } = parts;
  const listed = parseTrustedIssuers(trustedIssuers);
  const issuers = createTrustedIssuers(listed, fetchKeySet, clock);
  const free = new Set(listed.filter(({ freeQueries }) => freeQueries).map(({ name }) => name));
  const tokenising = createDocumentTokenising(identityPepper);
  return createGateway({
    ...parts,
    supergraphSdl: readSupergraph(),
    identify: createIdentify(createAuthenticate({ issuers, revocations, clock, onAttempt: onOverstep })),
    createGuard: createOperationGuard({
      unmarkedFields: "deny",
      documentType: tokenising.inputType,
      subjectArguments: SUBJECT_ARGUMENTS,
      stepArguments: STEP_ARGUMENTS,
      purposeSubgraphs: PURPOSE_SUBGRAPHS,
      approvingSubgraphs: APPROVING_SUBGRAPHS,
      send: createSubgraphSender(transport, VERDICT_DEADLINE_MS),
      clock,
    }),
    tokenising,
    trustedDocuments: {
      texts: readOperations().map(({ text }) => text),
      mayAskFreely: ({ caller }) => free.has(issuerOf(caller)),
    },
    console: {
      folder: findConsole(),
      issuers: listed.map(({ name, kind, issuer }) => ({ name, kind, issuer })),
    },
  });
}

/** The first part of an officer's id. */
function issuerOf({ id }: Caller): string {
  return id.slice(0, id.indexOf("/"));
}

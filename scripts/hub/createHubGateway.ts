import type { Cluster, Redis } from "ioredis";
import type { Logger } from "pino";
import { createAuthenticate } from "../../gateway/auth/authenticate";
import type { Overstep } from "../../gateway/auth/callerOf";
import { fetchKeySet } from "../../gateway/auth/fetchKeySet";
import { createIdentify } from "../../gateway/auth/identify";
import { createOperationGuard } from "../../gateway/auth/operationGuard";
import { VERDICT_DEADLINE_MS } from "../../gateway/auth/policies/verdicts";
import type { Revocations } from "../../gateway/auth/revocations";
import { createTrustedIssuers } from "../../gateway/auth/trustedIssuers";
import { createGateway } from "../../gateway/createGateway";
import type { SubgraphTransport } from "../../gateway/fetch/subgraphTransport";
import type { Gateway, GatewayParts } from "../../gateway/gatewayParts";
import type { OperationAudit, RaiseAlarm } from "../../gateway/requestContext";
import type { Clock } from "../../schema/contract/clock";
import { parseTrustedIssuers } from "../../schema/contract/trustedIssuers";
import type { WakeBoard } from "../../schema/contract/wakeBoard";
import { createHubLimits } from "./createHubLimits";
import { createSubgraphSender } from "./createSubgraphSender";
import { readOperations } from "../../schema/operations/readOperations";
import { createDocumentTokenising } from "./documentTokenising";
import { feedSectors } from "./feedSectors";
import { findConsole } from "./findConsole";
import { createIssuerTerms } from "./issuerTerms";
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
} from "./purposeFacts";
import { readSupergraph } from "./readSupergraph";
import { LINKS } from "./links";

/** What this hub's gateway is told; what it knows of phones, banks and police stands in this folder alone. */
export interface HubGatewayParts extends Pick<
  GatewayParts,
  "cache" | "development" | "introspection" | "metrics" | "readMetrics"
> {
  readonly audit: OperationAudit;
  readonly raise: RaiseAlarm;
  /** Where several gateways count together; null where this one counts alone. */
  readonly redis: Redis | Cluster | null;
  /** How many processes share its port; left out: it has the port to itself. */
  readonly workers?: number;
  readonly transport: SubgraphTransport;
  /** Tells when a subgraph's feed has grown. */
  readonly board: WakeBoard;
  readonly identityPepper: Buffer;
  /** The text of the file of trusted issuers. */
  readonly trustedIssuers: string;
  readonly revocations: Revocations;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What institutions report by the ten thousand. */
const REPORT_SCOPES: readonly string[] = ["line:report", "flag:report", "account:report", "order:execute"];

/** Puts the hub's gateway together: the supergraph, who may ask, and what makes a purpose true. */
export function createHubGateway(parts: HubGatewayParts): Promise<Gateway> {
  const { transport, clock, revocations, identityPepper, logger } = parts;
  const trusted = parseTrustedIssuers(parts.trustedIssuers);
  const issuers = createTrustedIssuers(trusted, fetchKeySet, clock);
  const termsOf = createIssuerTerms(trusted);
  const tokenising = createDocumentTokenising(identityPepper);
  const { charge, audit, overstepped } = createHubLimits({
    ...parts,
    volumeOf: caller => termsOf(caller).volume,
  });
  const onAttempt = ({ kind, issuer, caller }: Overstep): Promise<void> => {
    logger.warn({ kind, issuer }, "an issuer overstepped its bounds");
    return overstepped(kind, caller);
  };
  return createGateway({
    ...parts,
    supergraphSdl: readSupergraph(),
    identify: createIdentify(createAuthenticate({ issuers, revocations, clock, onAttempt })),
    mayReport: ({ caller }) => caller.scopes.some(scope => REPORT_SCOPES.includes(scope)),
    charge,
    audit,
    createGuard: createOperationGuard({
      unmarkedFields: "deny",
      documentType: tokenising.inputType,
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
      send: createSubgraphSender(transport, VERDICT_DEADLINE_MS),
      clock,
    }),
    tokenising,
    trustedDocuments: {
      texts: readOperations().map(({ text }) => text),
      mayAskFreely: ({ caller }) => termsOf(caller).freeQueries,
    },
    feed: { sectors: feedSectors(), listen: (sector, wake) => parts.board.listen(sector, wake) },
    console: {
      folder: findConsole(),
      issuers: trusted.map(({ name, kind, issuer }) => ({ name, kind, issuer })),
    },
  });
}

import type { FastifyInstance } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import type { Logger } from "pino";
import type { RequestClaims } from "../schema/contract/claims";
import type { EntityCacheParts } from "./cache/entityCache";
import type { ConsoleParts } from "./console/serveConsole";
import type { SubgraphTransport } from "./fetch/subgraphTransport";
import type { FeedParts } from "./http/feedSector";
import type { GatewayMetrics } from "./http/gatewayMetrics";
import type { ChargeOperation, OperationAudit, OperationGuard } from "./requestContext";
import type { OperationLimits } from "./supergraph/operationLimits";
import type { DocumentTokenising } from "./supergraph/tokeniseDocuments";
import type { GuardedSupergraph } from "./supergraphVersion";

/** What a gateway is made of. Any federated supergraph and any way to its subgraphs will do. */
export interface GatewayParts {
  /** In full, with its security directives. */
  readonly supergraphSdl: string;
  readonly transport: SubgraphTransport;
  /** Who asks, and what for; throws UNAUTHENTICATED. */
  readonly identify: (headers: IncomingHttpHeaders) => Promise<RequestClaims>;
  /** Who may send reports in bulk, and so larger bodies. Nothing said: nobody. */
  readonly mayReport?: (claims: RequestClaims) => boolean;
  /** Decides what a caller may have; made anew for each supergraph. */
  readonly createGuard: (supergraph: GuardedSupergraph) => OperationGuard;
  /** How people named in inputs are made into tokens. Nothing said: no input names a person. */
  readonly tokenising?: DocumentTokenising;
  /** Where answers are kept that may be reused. Nothing said: none are. */
  readonly cache?: EntityCacheParts;
  readonly audit?: OperationAudit;
  readonly limits?: Partial<OperationLimits>;
  /** Nothing said: everybody may ask as much as they like. */
  readonly charge?: ChargeOperation;
  /** Documents that everybody may send. Nothing said: all may send any. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Whether clients may ask about the schema. */
  readonly introspection?: boolean;
  /** Errors name types and suggest what may have been meant. */
  readonly development?: boolean;
  readonly logger: Logger;
  readonly metrics?: GatewayMetrics;
  /** What `/metrics` tells where several gateways share a port. Nothing said: this one's own. */
  readonly readMetrics?: () => Promise<string>;
  readonly requestLimitMs?: number;
  /** What `GET /feed` tells. Nothing said: there is none. */
  readonly feed?: Pick<FeedParts, "sectors" | "listen">;
  /** The web page at `/`. Nothing said: there is none. */
  readonly console?: ConsoleParts;
}

/** Which documents are answered. */
export interface TrustedDocuments {
  readonly texts: readonly string[];
  /** Whether a caller may send documents that are not among them. */
  readonly mayAskFreely: (claims: RequestClaims) => boolean;
}

/** A gateway, not yet listening. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly metrics: GatewayMetrics;
  /** Serves another supergraph from now on; on a throw the old one is served on. */
  updateSupergraph(sdl: string): Promise<void>;
  /** From now on `/readyz` says no. */
  stopTaking(): void;
  close(): Promise<void>;
}

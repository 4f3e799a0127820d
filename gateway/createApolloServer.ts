import { ApolloServer, type ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { Logger } from "pino";
import { answerText } from "./answerText";
import { createApolloLogger } from "./errors/apolloLogger";
import { createFormatError } from "./errors/formatError";
import type { HubRequest } from "./requestContext";
import type { DocumentStore } from "./supergraph/trustedDocuments";

/** The context value of an operation. */
export interface OperationContext {
  readonly request: HubRequest;
}

/** What Apollo Server asks of a gateway. */
export type ServedGateway = ApolloServerOptionsWithGateway<OperationContext>["gateway"];

interface ServerOptions {
  readonly gateway: ServedGateway;
  readonly maxTokens: number;
  readonly documents: DocumentStore["cache"];
  readonly development: boolean;
  readonly logger: Logger;
  readonly onErrorSent: (code: string) => void;
}

/** Apollo Server without anything that reports, lands, traces or explains on its own. */
export function createApolloServer(options: ServerOptions): ApolloServer<OperationContext> {
  const { logger } = options;
  return new ApolloServer<OperationContext>({
    gateway: options.gateway,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // Both are the business of the first step of the road, where limits come before rules.
    dangerouslyDisableValidation: true,
    introspection: true,
    persistedQueries: { cache: options.documents },
    parseOptions: { maxTokens: options.maxTokens },
    // A request without a bearer token is refused, and no browser adds one on its own.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stringifyResult: answerText,
    includeStacktraceInErrorResponses: false,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    logger: createApolloLogger(logger),
    formatError: createFormatError({
      development: options.development,
      onError(report) {
        options.onErrorSent(report.code);
        if (report.code === "INTERNAL") logger.error(report, "error sent");
        else logger.debug(report, "error sent");
      },
    }),
  });
}

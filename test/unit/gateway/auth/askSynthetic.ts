import type { ExecutionResult } from "graphql";
import type { OperationAuthorizer } from "../../../../gateway/auth/authorizeOperation";
import type { AuthorizedOperation, Decisions } from "../../../../gateway/auth/authorizedOperation";
import { restoreDenied } from "../../../../gateway/auth/restoreDenied";
import { valuesAt } from "../../../../gateway/valuesAt";
import { callerWith } from "./callers";
import { createSyntheticAuthorizer, operationOf, UNDECIDED } from "./syntheticAuthorizer";
import { startSyntheticGateway, type SyntheticGateway } from "./syntheticSupergraph";

/** What a caller of the synthetic gateway got, and what it took. */
export interface SyntheticAnswer {
  readonly authorized: AuthorizedOperation;
  readonly data: unknown;
  /** Code and path of each error. */
  readonly told: readonly string[];
  /** The people whom a record would name. */
  readonly people: readonly string[];
  /** The subgraphs that were asked. */
  readonly fetched: readonly string[];
}

/** The synthetic supergraph behind a real planner, with authorization in front. */
export interface SyntheticHub {
  readonly gateway: SyntheticGateway;
  readonly authorizer: OperationAuthorizer;
  ask(
    text: string,
    scopes: readonly string[],
    variables?: Readonly<Record<string, unknown>>,
    decisions?: Decisions,
  ): Promise<SyntheticAnswer>;
}

const FAR: Decisions = { ...UNDECIDED, extendedAccess: true };

/** Starts it; `stop` its gateway afterwards. */
export async function startSyntheticHub(): Promise<SyntheticHub> {
  const gateway = await startSyntheticGateway();
  const authorizer = createSyntheticAuthorizer(gateway);
  return {
    gateway,
    authorizer,
    async ask(text, scopes, variables = {}, decisions = FAR) {
      gateway.fetched.clear();
      const authorized = authorizer.authorize(operationOf(text, variables), callerWith(scopes), decisions);
      const { document, operationKey } = authorized;
      const planned: ExecutionResult =
        document === null ? { data: {} } : await gateway.execute(document, operationKey, { ...variables });
      const { data, errors } = restoreDenied(authorized, planned);
      const told = (errors ?? []).map(
        error => `${String(error.extensions["code"])} ${(error.path ?? []).join(".")}`,
      );
      return {
        authorized,
        data: JSON.parse(JSON.stringify(data)) as unknown,
        told,
        people: valuesAt(planned.data, authorized.people),
        fetched: [...gateway.fetched.keys()],
      };
    },
  };
}

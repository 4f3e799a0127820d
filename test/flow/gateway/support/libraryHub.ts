import { createHmac } from "node:crypto";
import { execute, executeSync, print, type ExecutionResult } from "graphql";
import pino from "pino";
import { createGateway } from "../../../../gateway/createGateway";
import type { Gateway, GatewayParts } from "../../../../gateway/gatewayParts";
import {
  createInProcessTransport,
  type ExecuteInProcess,
} from "../../../../gateway/fetch/inProcessTransport";
import { permitEverything } from "../../../../scripts/bench/rig/permitEverything";
import type { RequestClaims } from "../../../../schema/contract/claims";
import { HubError } from "../../../../schema/contract/errors";
import { createLibrarySchemas, LIBRARY_SDL } from "./libraryWorld";

export const CLAIMS: RequestClaims = {
  caller: {
    id: "library/reader",
    kind: "AUDITOR",
    institution: null,
    authority: null,
    scopes: [],
    person: null,
  },
  purpose: null,
  reference: null,
  view: "none",
  extendedAccess: false,
};

/** Cards have seven digits; spaces do not matter. */
export const CARD_TOKENS = {
  inputType: "CardInput",
  tokenField: "token",
  numberField: "number",
  tokenise(value: Readonly<Record<string, unknown>>) {
    const number = String(value["number"]).replaceAll(" ", "");
    if (!/^\d{7}$/.test(number)) throw new HubError("INVALID_DOCUMENT", "A card number has seven digits.");
    return { value: { ...value, number }, token: tokenOf(number) };
  },
};

export const tokenOf = (number: string): string =>
  createHmac("sha256", "pepper").update(number).digest("hex");

/** What a subgraph was asked, for tests that count. */
export interface AskedQuestion {
  readonly subgraph: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The library's subgraphs in this process; `instead` puts something else in the place of one. */
export function inProcessLibrary(
  asked: AskedQuestion[] = [],
  instead: Partial<Record<string, ExecuteInProcess>> = {},
) {
  return Object.entries(createLibrarySchemas()).map(([name, schema]): [string, ExecuteInProcess] => [
    name,
    async (document, variables, operationName, claims) => {
      asked.push({ subgraph: name, variables });
      const replaced = instead[name];
      if (replaced !== undefined) return replaced(document, variables, operationName, claims);
      return execute({ schema, document, variableValues: variables, operationName: operationName ?? null });
    },
  ]);
}

/** Nobody's rights are asked; what is asked about the schema is a guard's to answer. */
const permitAndIntrospect: GatewayParts["createGuard"] = ({ clientSchema: schema }) => ({
  async permit(operation, claims) {
    const permission = await permitEverything.permit(operation, claims);
    const { document, variables: variableValues } = operation;
    if (!print(document).includes("__type(")) return permission;
    return {
      ...permission,
      document: null,
      restore: () => executeSync({ schema, document, variableValues }),
    };
  },
});

/** A gateway before the library, its subgraphs in the same process. */
export async function startLibraryHub(parts: Partial<GatewayParts> = {}): Promise<Gateway> {
  return createGateway({
    supergraphSdl: LIBRARY_SDL,
    transport: createInProcessTransport(new Map(inProcessLibrary())),
    identify: () => Promise.resolve(CLAIMS),
    createGuard: permitAndIntrospect,
    tokenising: CARD_TOKENS,
    introspection: true,
    logger: pino({ level: "silent" }),
    ...parts,
  });
}

/** What came back of a POST. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: ExecutionResult<Record<string, unknown>>;
}

/** Sends an operation and reads the answer. */
export async function ask(
  hub: Gateway,
  query: string,
  variables: object = {},
  more: object = {},
): Promise<Answer> {
  const response = await hub.app.inject({
    method: "POST",
    url: "/graphql",
    payload: { query, variables, ...more },
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

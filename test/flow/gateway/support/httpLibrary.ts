import { graphql, type GraphQLSchema } from "graphql";
import { createHttpTransport } from "../../../../gateway/fetch/httpTransport";
import type { Gateway, GatewayParts } from "../../../../gateway/gatewayParts";
import { startLibraryHub } from "./libraryHub";
import { createLibrarySchemas } from "./libraryWorld";
import { startUnrulySubgraph, type Behaviour, type UnrulySubgraph } from "./unrulySubgraph";

/** The library's subgraphs, each a server of its own, and a gateway before them. */
export interface HttpLibrary {
  readonly hub: Gateway;
  readonly catalogue: UnrulySubgraph;
  readonly stock: UnrulySubgraph;
  readonly reviews: UnrulySubgraph;
  /** All subgraphs behave again. */
  recover(): void;
  close(): Promise<void>;
}

/** The behaviour of a subgraph that does what it should. */
export function honest(schema: GraphQLSchema): Behaviour {
  return async (body, response) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  };
}

/** Starts everything; `fetchLimitMs` is short, so that slow subgraphs are found out soon. */
export async function startHttpLibrary(
  parts: Partial<GatewayParts> = {},
  transportOptions: Partial<Parameters<typeof createHttpTransport>[0]> = {},
): Promise<HttpLibrary> {
  const schemas = createLibrarySchemas();
  const [catalogue, stock, reviews] = await Promise.all([
    startUnrulySubgraph(honest(schemas.catalogue)),
    startUnrulySubgraph(honest(schemas.stock)),
    startUnrulySubgraph(honest(schemas.reviews)),
  ]);
  const urls = new Map([
    ["catalogue", catalogue.url],
    ["stock", stock.url],
    ["reviews", reviews.url],
  ]);
  const transport = createHttpTransport({
    urls,
    clock: () => new Date(),
    signingKey: null,
    fetchLimitMs: 400,
    ...transportOptions,
  });
  const hub = await startLibraryHub({ transport, ...parts });
  return {
    hub,
    catalogue,
    stock,
    reviews,
    recover() {
      catalogue.behave(honest(schemas.catalogue));
      stock.behave(honest(schemas.stock));
      reviews.behave(honest(schemas.reviews));
    },
    async close() {
      await hub.close();
      await Promise.all([catalogue, stock, reviews].map(one => one.close()));
    },
  };
}

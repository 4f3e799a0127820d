import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { graphql } from "graphql";
import fc from "fast-check";
import type { Gateway } from "../../../gateway/gatewayParts";
import { loadSupergraph } from "../../../gateway/supergraph/loadSupergraph";
import { ask, startLibraryHub } from "./support/libraryHub";
import { createLibrarySchemas, LIBRARY_SDL } from "./support/libraryWorld";
import { randomOperation } from "./support/randomOperation";

/** Planning an operation drawn at random takes Apollo a few milliseconds or some seconds: 60 of them took 4 to 48 s. */
const LIMIT_MS = 240_000;

describe("a hub without rights to check", () => {
  let hub: Gateway;
  let apollo: ApolloServer;
  beforeAll(async () => {
    const schemas = createLibrarySchemas();
    const gateway = new ApolloGateway({
      supergraphSdl: loadSupergraph(LIBRARY_SDL).plannerSdl,
      buildService: ({ name }) => ({
        process: async ({ request }) => {
          const answered = await graphql({
            schema: schemas[name as keyof typeof schemas],
            source: request.query ?? "",
            variableValues: request.variables ?? {},
          });
          return JSON.parse(JSON.stringify(answered)) as object;
        },
      }),
    });
    apollo = new ApolloServer({ gateway, nodeEnv: "test" });
    await apollo.start();
    hub = await startLibraryHub();
  });
  afterAll(async () => {
    await hub.close();
    await apollo.stop();
  });

  test(
    "answers random operations as Apollo's gateway alone does",
    async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(randomOperation, async query => {
          const expected = await apollo.executeOperation({ query });
          if (expected.body.kind !== "single") throw new Error("an answer comes whole");
          const { data, errors } = expected.body.singleResult;
          // Both refuse what clashes.
          fc.pre(errors === undefined);
          compared += 1;
          const { body } = await ask(hub, query);
          expect(body.errors).toBeUndefined();
          expect(body.data).toEqual(JSON.parse(JSON.stringify(data)));
        }),
        { numRuns: 60 },
      );
      expect(compared).toBeGreaterThan(20);
    },
    LIMIT_MS,
  );
});

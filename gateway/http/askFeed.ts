import { HeaderMap, type ApolloServer } from "@apollo/server";
import type { IncomingHttpHeaders } from "node:http";
import type { AskFeed, FeedAnswer } from "./feedSector";

/** What a feed's client said of itself, which goes with each question that is asked for it. */
const CARRIED = ["authorization", "duanka-purpose", "duanka-reference"] as const;

/** Asks on the road of `/graphql`, each time anew: a token that is over is refused, and each delivery is recorded. */
export function createAskFeed<Context extends object>(
  server: ApolloServer<Context>,
  createContext: (headers: IncomingHttpHeaders) => Promise<Context>,
): AskFeed {
  return async (headers, document, variables) => {
    const map = new HeaderMap([["content-type", "application/json"]]);
    for (const name of CARRIED) {
      const value = headers[name];
      if (typeof value === "string") map.set(name, value);
    }
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: "POST",
        headers: map,
        body: { query: document, variables },
        search: "",
      },
      context: () => createContext(headers),
    });
    if (body.kind !== "complete") throw new Error("no answer of this gateway comes in parts");
    return JSON.parse(body.string) as FeedAnswer;
  };
}

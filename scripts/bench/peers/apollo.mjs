// @apollo/gateway as it comes: default data source, default fetcher, no authorization, no audit, no cache.
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { sayReady, settings, sign } from "./signing.mjs";

class SignedDataSource extends RemoteGraphQLDataSource {
  constructor({ name, url }) {
    super({ url });
    const fetcher = this.fetcher;
    this.fetcher = async (address, init) => {
      const { body, headers } = await sign(name, init.body);
      return fetcher(address, { ...init, body, headers: { ...init.headers, ...headers } });
    };
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: settings.supergraphSdl,
  buildService: ({ name }) => new SignedDataSource({ name, url: settings.subgraphUrls[name] }),
});
const server = new ApolloServer({ gateway, includeStacktraceInErrorResponses: false });
await startStandaloneServer(server, { listen: { port: settings.port, host: "127.0.0.1" } });
sayReady();

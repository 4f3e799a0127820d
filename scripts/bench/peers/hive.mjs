// Hive Gateway's runtime as it comes, over its HTTP transport.
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import httpTransport from "@graphql-mesh/transport-http";
import { sayReady, settings, sign } from "./signing.mjs";

const subgraphAt = new Map(Object.entries(settings.subgraphUrls).map(([name, url]) => [url, name]));

const gateway = createGatewayRuntime({
  supergraph: settings.supergraphSdl,
  transports: { http: httpTransport },
  logging: false,
  landingPage: false,
  graphiql: false,
  plugins: () => [
    {
      async onFetch({ url, options, setOptions }) {
        const name = subgraphAt.get(url);
        if (name === undefined || typeof options.body !== "string") return;
        const { body, headers } = await sign(name, options.body);
        setOptions({ ...options, body, headers: { ...options.headers, ...headers } });
      },
    },
  ],
});
createServer(gateway).listen(settings.port, "127.0.0.1", sayReady);

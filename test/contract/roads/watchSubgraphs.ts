import type { DocumentNode } from "graphql";
import type { SubgraphTransport } from "../../../gateway/fetch/subgraphTransport";
import { createSubgraphSender, type SendToSubgraph } from "../../../scripts/hub/createSubgraphSender";
import { readClientSchema } from "./clientSchema";
import { coordinatesIn } from "./coordinatesIn";

/** Everything that subgraphs were asked, by who asked. */
export interface WatchedSubgraphs {
  readonly watch: (transport: SubgraphTransport) => SubgraphTransport;
  /** `Type.field` of all that was asked for this user. */
  asked(user: string): ReadonlySet<string>;
  /** Asks a subgraph directly, past gateway and planner. */
  send: SendToSubgraph;
}

const SEND_LIMIT_MS = 10_000; // tests run on busy machines

/** Reads what the gateway sends, under the claims with which it sends it. */
export function watchSubgraphs(): WatchedSubgraphs {
  const schema = readClientSchema({ inaccessible: true });
  const byDocument = new WeakMap<DocumentNode, readonly string[]>();
  const askedBy = new Map<string, Set<string>>();
  let sender: SendToSubgraph | null = null;
  const watch = (transport: SubgraphTransport): SubgraphTransport => {
    sender = createSubgraphSender(transport, SEND_LIMIT_MS);
    return {
      ...transport,
      send(request) {
        const { document, claims } = request;
        const user = claims.caller.id.split("/").at(-1) ?? "";
        const coordinates = byDocument.get(document) ?? coordinatesIn(schema, document);
        byDocument.set(document, coordinates);
        const asked = askedBy.get(user) ?? new Set();
        for (const coordinate of coordinates) asked.add(coordinate);
        askedBy.set(user, asked);
        return transport.send(request);
      },
    };
  };
  return {
    watch,
    send(...question) {
      if (sender === null) throw new Error("no hub has been started");
      return sender(...question);
    },
    asked: user => askedBy.get(user) ?? new Set(),
  };
}

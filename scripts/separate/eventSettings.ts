import type { KeyObject } from "node:crypto";
import type { StoreName } from "../../schema/database/migrate";
import { parseHttpUrl } from "../settings/commonSettings";
import { parseSigningKey } from "../settings/parseKeys";
import { readSettings, required, type Setting } from "../settings/readSettings";
import { EVENT_SOURCES } from "./eventSources";

/** How a subgraph asks others for events: in its own name, at their addresses. */
export interface EventSettings {
  readonly signingKey: KeyObject;
  readonly urls: ReadonlyMap<string, string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the subgraphs that this one asks, and of the key that it signs with. */
export function readEventSettings(environment: Environment, name: StoreName): EventSettings {
  const sources = EVENT_SOURCES[name];
  const urls = Object.fromEntries(
    sources.map((source): [string, Setting<string>] => [
      source,
      required(`SUBGRAPH_URL_${source.toUpperCase()}`, parseHttpUrl),
    ]),
  );
  const { signingKey } = readSettings(environment, {
    signingKey: required(`SUBGRAPH_SIGNING_KEY_${name.toUpperCase()}`, parseSigningKey),
  });
  const read = readSettings(environment, urls);
  return {
    signingKey,
    urls: new Map(sources.map(source => [source, new URL("/graphql", read[source]).href])),
  };
}

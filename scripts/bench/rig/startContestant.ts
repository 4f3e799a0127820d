import { join } from "node:path";
import { freePort } from "../../services/freePort";
import { COMMAND_LINE } from "./builtFiles";
import { CORES } from "./cores";
import { describePeer, type PeerParts } from "./describePeer";
import { ASKED, type ContestantKind, type Extra, type StartedContestant, type SubgraphOrigins } from "./rig";
import { requireAnswer, startPinned, type Endings } from "./startPinned";

const BARE_GATEWAY = join(__dirname, "bareGateway.js");

/** What contestants are started with. */
export interface ContestantParts extends PeerParts {
  readonly installPeers: () => Promise<string>;
  /** What the load generator sends with every request. */
  readonly headersOf: () => Promise<Readonly<Record<string, string>>>;
  readonly profileFolder: string | null;
  readonly endings: Endings;
}

/** Starts a gateway on the contestants' core. Ours runs as it would in production, everything on. */
export async function startContestant(
  parts: ContestantParts,
  kind: ContestantKind,
  over: SubgraphOrigins,
  extra: Extra,
): Promise<StartedContestant> {
  const { folder, environment, headersOf, endings } = parts;
  const profileFolder = extra.profileFolder ?? parts.profileFolder;
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const url = `${origin}/graphql`;
  const auditFolder = join(folder, `audit-${port}`);
  const place = { core: CORES.contestant, logFile: join(folder, `${kind}-${port}.log`), profileFolder };
  const running =
    kind === "duanka"
      ? await startPinned(
          {
            ...place,
            script: COMMAND_LINE,
            arguments: ["gateway"],
            environment: ourEnvironment(parts, { port, over, auditFolder, redisUrl: extra.redisUrl }),
            ask: () => requireAnswer(`${origin}/readyz`),
          },
          endings,
        )
      : await startPinned(
          {
            ...place,
            script: kind === "bare" ? BARE_GATEWAY : join(await parts.installPeers(), `${kind}.mjs`),
            environment: {
              ...(kind === "bare" ? environment : {}),
              BENCH_SETTINGS: describePeer(parts, kind, port, over, extra.redisUrl ?? null),
            },
            // The fan-out knows one question and no other.
            ask: () =>
              kind === "fanout" ? requireAnswer(origin) : requireAnswer(url, '{"query":"{__typename}"}'),
          },
          endings,
        );
  const { pid } = running;
  return { name: kind, url, pid, auditFolder, headers: await headersOf(), stop: () => running.stop() };
}

interface OurPlace {
  readonly port: number;
  readonly over: SubgraphOrigins;
  readonly auditFolder: string;
  readonly redisUrl: string | undefined;
}

function ourEnvironment(
  { environment }: ContestantParts,
  { port, over, auditFolder, redisUrl }: OurPlace,
): Record<string, string> {
  return {
    ...environment,
    ...Object.fromEntries(ASKED.map(name => [`SUBGRAPH_URL_${name.toUpperCase()}`, over[name]])),
    PORT: String(port),
    AUDIT_DIR: auditFolder,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  };
}

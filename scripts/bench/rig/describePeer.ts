import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { viewOf, type Caller, type RequestClaims } from "../../../schema/contract/claims";
import { scopesOf, type DemoUser } from "../../identityProvider/demoUsers";
import { dossierSupergraph } from "./dossierSupergraph";
import { FANOUT_QUESTIONS } from "./fanoutQuestions";
import type { ContestantKind, SubgraphOrigins } from "./rig";
import type { BenchWorld } from "./createBenchWorld";

/** What peers and ours alike are made of. */
export interface PeerParts {
  readonly folder: string;
  readonly builtFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: DemoUser;
  readonly world: BenchWorld;
}

/** What a peer reads from the file that it is started with. */
export interface PeerSettings {
  readonly port: number;
  readonly builtFolder: string;
  /** As whom it signs. */
  readonly claims: RequestClaims;
  readonly supergraphSdl: string;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly redisUrl: string | null;
  readonly identityPepper: string | undefined;
  readonly signingKey: string | undefined;
  readonly fanout: typeof FANOUT_QUESTIONS;
}

/** The county organ of the made-up investigator. */
const AUTHORITY = "A110199";

/** As whom peers sign: this officer, for the case that has everybody in it. */
export function peerClaims(user: DemoUser, world: BenchWorld): RequestClaims {
  const caller: Caller = {
    id: `${user.issuer}/${user.sub}`,
    kind: "POLICE",
    institution: null,
    authority: AUTHORITY,
    scopes: scopesOf(user),
    person: null,
  };
  return {
    caller,
    purpose: "CASE",
    reference: world.caseNumber,
    view: viewOf(caller),
    extendedAccess: false,
  };
}

/** Writes the file that tells a peer where to listen, whom to ask and as whom to sign; returns its path. */
export function describePeer(
  { folder, builtFolder, environment, user, world }: PeerParts,
  kind: ContestantKind,
  port: number,
  over: SubgraphOrigins,
  redisUrl: string | null,
): string {
  const file = join(folder, `${kind}-${port}.json`);
  const settings: PeerSettings = {
    port,
    builtFolder,
    claims: peerClaims(user, world),
    supergraphSdl: dossierSupergraph(over),
    subgraphUrls: Object.fromEntries(
      Object.entries(over).map(([name, origin]) => [name, `${origin}/graphql`]),
    ),
    redisUrl,
    identityPepper: environment.IDENTITY_PEPPER,
    signingKey: environment.GATEWAY_SIGNING_KEY,
    fanout: FANOUT_QUESTIONS,
  };
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

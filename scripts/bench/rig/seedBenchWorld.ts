import { randomUUID } from "node:crypto";
import { createTokeniser } from "../../../schema/contract/tokens";
import { createSubgraphKeys } from "../../hub/createSubgraphKeys";
import { generateWorld, type WorldSettings } from "../../seed/generateWorld";
import type { WorldCase, WorldChunk, WorldDocument } from "../../seed/worldModel";
import { createBankingWriter } from "../../seed/writeBanking";
import { createPoliceWriter } from "../../seed/writePolice";
import { createTelecomWriter } from "../../seed/writeTelecom";
import type { PeopleStores, SeedKeys } from "../../stores/seedStores";

/** The people of a benchmark, and the case that opens all of them to its investigator. */
export interface BenchWorld {
  readonly caseNumber: string;
  readonly documents: readonly WorldDocument[];
  /** Numbers in use at the demo carrier. */
  readonly numbers: readonly string[];
}

const CARRIER = "C01";

const CASE_NUMBER = "A110100-2026-900";
const OFFICER = "police/investigator";
const LEAD = "police/authority";

/** Makes up the usual world, and puts every person of it into one case in which the lead has confirmed them. */
export async function seedBenchWorld(
  stores: PeopleStores,
  keys: SeedKeys,
  settings: WorldSettings,
  onProgress: (people: number) => void,
): Promise<BenchWorld> {
  const subgraphKeys = createSubgraphKeys(keys);
  const tokenOf = createTokeniser(keys.identityPepper);
  const telecom = createTelecomWriter({ database: stores.telecom, keys: subgraphKeys, tokenOf });
  const banking = createBankingWriter({ database: stores.banking, keys: subgraphKeys, tokenOf });
  const police = createPoliceWriter({ database: stores.police, keys: subgraphKeys, tokenOf });
  const documents: WorldDocument[] = [];
  const numbers: string[] = [];
  for (const chunk of generateWorld(settings)) {
    const people = chunk.subjects.filter(({ kind }) => kind === "PERSON").map(({ document }) => document);
    const involving = people.length === 0 ? chunk : withCase(chunk, people, settings.now);
    await Promise.all([telecom.write(chunk), banking.write(chunk), police.write(involving)]);
    documents.push(...people);
    numbers.push(...numbersInUse(chunk));
    onProgress(documents.length);
  }
  return { caseNumber: CASE_NUMBER, documents, numbers };
}

/** The case comes again with every chunk; the store keeps the first and adds the new people. */
function withCase(chunk: WorldChunk, people: readonly WorldDocument[], now: Date): WorldChunk {
  const at = now.toISOString();
  const benchCase: WorldCase = {
    number: CASE_NUMBER,
    title: "Benchmark",
    authority: "A110100",
    status: "OPEN",
    openedOn: at.slice(0, 10),
    closedOn: null,
    officers: [OFFICER],
    lead: LEAD,
    stages: [],
    surrenders: [],
    stopPayments: [],
    approvals: [],
    involvements: people.map(subject => ({
      id: randomUUID(),
      role: "PERPETRATOR",
      standing: "LEAD",
      subject,
      lineNumber: null,
      account: null,
      conduct: null,
      knowing: null,
      addedBy: OFFICER,
      confirmedBy: LEAD,
      confirmedAt: at,
      recognisedBy: null,
      recognisedOn: null,
      markedAt: at,
      withdrawnAt: null,
    })),
  };
  return { ...chunk, cases: [...chunk.cases, benchCase] };
}

function numbersInUse({ lines }: WorldChunk): string[] {
  return lines
    .filter(({ carrier, status }) => carrier === CARRIER && status === "ACTIVE")
    .map(({ number }) => number);
}

import { randomUUID } from "node:crypto";
import { generateWorld, MOST_PEOPLE, type WorldSettings } from "../../seed/generateWorld";
import type { WorldCase, WorldChunk, WorldDocument } from "../../seed/worldModel";
import { createWorldWriter } from "../../stores/createWorldWriter";
import type { PeopleStores, SeedKeys } from "../../stores/seedStores";

/** The people of a benchmark, and the case that opens all of them to its investigator. */
export interface BenchWorld {
  readonly caseNumber: string;
  readonly documents: readonly WorldDocument[];
  /** Numbers in use at the demo carrier. */
  readonly numbers: readonly string[];
}

/** A world that begins empty. */
export interface GrowingWorld {
  readonly world: BenchWorld;
  /** Makes up people until there are at least as many: a neighbourhood is made up as a whole. */
  growTo(people: number, onProgress: (people: number) => void): Promise<void>;
}

const CARRIER = "C01";

const CASE_NUMBER = "A110100-2026-900";
const OFFICER = "police/investigator";
const LEAD = "police/authority";

/** Makes up the usual world, and puts every person of it into one case in which the lead has confirmed them. */
export function createBenchWorld(
  stores: PeopleStores,
  keys: SeedKeys,
  settings: Omit<WorldSettings, "people">,
): GrowingWorld {
  const write = createWorldWriter(stores, keys, settings.now);
  const chunks = generateWorld({ ...settings, people: MOST_PEOPLE });
  const documents: WorldDocument[] = [];
  const numbers: string[] = [];

  async function writeNext(): Promise<void> {
    const { value: chunk } = chunks.next();
    if (!chunk) throw new Error(`a world has no more than ${MOST_PEOPLE} people`);
    const people = chunk.subjects.filter(({ kind }) => kind === "PERSON").map(({ document }) => document);
    await write(people.length === 0 ? chunk : withCase(chunk, people, settings.now));
    documents.push(...people);
    numbers.push(...numbersInUse(chunk));
  }

  return {
    world: { caseNumber: CASE_NUMBER, documents, numbers },
    async growTo(people, onProgress) {
      while (documents.length < people) {
        await writeNext();
        onProgress(documents.length);
      }
    },
  };
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
    freezes: [],
    statementRequests: [],
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

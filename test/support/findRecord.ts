import { setTimeout as sleep } from "node:timers/promises";
import type { TestHub } from "./hub";

/** An access record as an auditor sees it; what a test looks at. */
export interface FoundRecord {
  readonly sequence: string;
  readonly hash: string;
  readonly caller: string;
  readonly institution: string;
  readonly purpose: string;
  readonly reference: string | null;
  readonly subjectIds: string[];
  readonly fieldsReturned: string[];
  readonly fieldsDenied: string[];
  readonly operation: string;
  readonly outcome: string;
  readonly ruleVersions: string[];
}

const RECORDS = `query ($filter: AccessRecordFilter!) { accessRecords(filter: $filter, first: 200) {
  nodes { sequence chain at caller institution purpose reference operation subjectIds fieldsReturned fieldsDenied
    outcome ruleVersions resultDigest hash } } }`;
const ALWAYS = { from: "2020-01-01T00:00:00.000Z", to: "2100-01-01T00:00:00.000Z" };
/** Records come into the searchable copy within a moment. */
const WAIT_MS = 10_000;

/** Finds the access record that fits, asking as the auditor until it is there. */
export async function findRecord(
  hub: Pick<TestHub, "ask">,
  filter: object,
  isIt: (record: FoundRecord) => boolean = () => true,
): Promise<FoundRecord> {
  for (const deadline = performance.now() + WAIT_MS; ;) {
    const { data } = await hub.ask(RECORDS, {
      as: "auditor",
      purpose: "AUDIT",
      variables: { filter: { ...ALWAYS, ...filter } },
    });
    const found = (data?.accessRecords.nodes as FoundRecord[]).find(isIt);
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error("no such record");
    await sleep(50);
  }
}

/** The record that an answer names. */
export function findRecordOf(
  hub: Pick<TestHub, "ask">,
  { extensions }: { readonly extensions?: unknown },
): Promise<FoundRecord> {
  const { sequence, hash } = (extensions as { audit: { sequence: number; hash: string } }).audit;
  return findRecord(hub, {}, record => record.sequence === String(sequence) && record.hash === hash);
}

import type { DemoHub } from "../demo/askStep";
import { readEmbeddedSecrets } from "../embedded/embeddedSecrets";
import { findRunningHub } from "../embedded/runningHub";
import { requireSeededWorld } from "../embedded/seededWorld";
import { namedPeople } from "../seed/namedPeople";

/** Longer than a hub on the same machine takes to say that it is there. */
const ANSWER_LIMIT_MS = 2_000;

/** The hub that runs in a data folder, with its people; null where none answers. */
export async function findDemoHub(folder: string): Promise<DemoHub | null> {
  const running = findRunningHub(folder);
  if (running === null || !(await isAnswering(running.gateway))) return null;
  const { seed, seededAt } = requireSeededWorld(folder);
  return {
    ...running,
    people: namedPeople({ seed, now: new Date(seededAt) }),
    secrets: readEmbeddedSecrets(folder),
  };
}

/** One that was killed has left its announcement behind. */
async function isAnswering(gateway: string): Promise<boolean> {
  try {
    return (await fetch(`${gateway}/healthz`, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })).ok;
  } catch {
    return false;
  }
}

import { LRUCache } from "lru-cache";
import type { Purpose } from "../../../schema/contract/claims";
import type { Clock } from "../../../schema/contract/clock";
import { withinTime } from "../../withinTime";
import type { PolicyRequest, VerdictQuestion } from "./policy";

/** A question to the subgraphs that own the facts; one of them saying yes is enough. */
export interface Asked {
  readonly policy: string;
  readonly purpose: Purpose;
  readonly subgraphs: readonly string[];
  readonly subjectIds: readonly string[];
}

/** Yes; no; or no yes, and not everybody who might have said it has answered. Only the first one grants. */
export type Verdict = "GRANTED" | "REFUSED" | "UNANSWERED";

/** Asks subgraphs for verdicts, and remembers a yes for a moment. */
export interface Verdicts {
  /** Whether the answer is yes for every subject; without subjects, whether it is yes for the purpose itself. */
  judge(asked: Asked, request: PolicyRequest): Promise<Verdict>;
  /** What the answer is for each subject, in order. */
  judgeEach(asked: Asked, request: PolicyRequest): Promise<readonly Verdict[]>;
}

/** A closed case or a withdrawn person must stop the next look but one, not the next hour's. */
export const YES_LIFETIME_MS = 5_000;
/** Longer than a healthy subgraph takes, shorter than a person waits. No answer grants nothing. */
export const VERDICT_DEADLINE_MS = 1_500;
/** About 2 MB; beyond it the oldest is asked again. */
const REMEMBERED = 10_000;

/** A no is never remembered: the confirmation that the officer is waiting for counts at once. */
export function createVerdicts(clock: Clock): Verdicts {
  const grantedUntil = new LRUCache<string, number>({ max: REMEMBERED });

  const isRemembered = (key: string): boolean => (grantedUntil.peek(key) ?? 0) > clock().getTime();

  const rememberYes = (key: string, askedAt: number): void =>
    void grantedUntil.set(key, askedAt + YES_LIFETIME_MS);

  const judgeDistinct = async (
    subjects: ReadonlySet<string | null>,
    asked: Asked,
    request: PolicyRequest,
  ): Promise<Map<string | null, Verdict>> => {
    const verdicts = new Map<string | null, Verdict>([...subjects].map(subject => [subject, "GRANTED"]));
    const unknown = [...subjects].filter(subject => !isRemembered(keyOf(asked, request, subject)));
    if (unknown.length === 0) return verdicts;
    // The yes ages from the asking: the facts behind it may have changed while it was on its way.
    const askedAt = clock().getTime();
    const answers = await Promise.all(asked.subgraphs.map(name => askOne(name, asked, unknown, request)));
    const without = answers.includes(null) ? "UNANSWERED" : "REFUSED";
    unknown.forEach((subject, index) => {
      if (answers.some(given => given?.[index] === true))
        rememberYes(keyOf(asked, request, subject), askedAt);
      else verdicts.set(subject, without);
    });
    return verdicts;
  };

  return {
    async judge(asked, request) {
      const subjects = asked.subjectIds.length === 0 ? [null] : asked.subjectIds;
      const verdicts = [...(await judgeDistinct(new Set(subjects), asked, request)).values()];
      return verdicts.find(verdict => verdict !== "GRANTED") ?? "GRANTED";
    },
    async judgeEach(asked, request) {
      const verdicts = await judgeDistinct(new Set(asked.subjectIds), asked, request);
      return asked.subjectIds.map(subject => verdicts.get(subject) ?? "REFUSED");
    },
  };
}

/** All that a verdict can depend on: one officer may act for several institutions. */
function keyOf(asked: Asked, { caller, reference }: PolicyRequest, subject: string | null): string {
  const who = [caller.id, caller.kind, caller.institution, caller.authority];
  return JSON.stringify([asked.policy, asked.purpose, reference, subject, ...who]);
}

async function askOne(
  subgraph: string,
  { policy, purpose }: Asked,
  subjects: readonly (string | null)[],
  request: PolicyRequest,
): Promise<readonly boolean[] | null> {
  const subjectIds = subjects.filter(subject => subject !== null);
  const question: VerdictQuestion = { policy, purpose, reference: request.reference ?? "", subjectIds };
  try {
    const answer = request.askVerdict(subgraph, question);
    const verdicts = await withinTime(answer, VERDICT_DEADLINE_MS, () => new Error("no verdict in time"));
    // An answer of another length cannot be told to be about these subjects.
    return verdicts.length === subjects.length ? verdicts : null;
  } catch {
    // A subgraph that is down or slow has not said yes; its failure is logged where it is fetched from.
    return null;
  }
}

import type { AlarmKind } from "../../schema/contract/alarmKinds";
import type { Caller } from "../../schema/contract/claims";
import { HubError } from "../../schema/contract/errors";
import type {
  Alarm,
  AnsweredOperation,
  ChargeOperation,
  OperationAudit,
  RaiseAlarm,
  UnderstoodOperation,
} from "../requestContext";
import type { Counting } from "./createCounting";
import type { Sought, SoughtFinder } from "./createSought";
import { findMisses, type FindHoldings } from "./findMisses";
import { giveBack, judgeCameUpon, judgeLook, type CameUpon } from "./judgeLook";
import { DENIALS_AN_HOUR, MISSED_PERSON, MISSES_AN_HOUR, OVERSTEPS_A_DAY } from "./limitRules";
import { rootFields } from "./rootFields";
import { tally, WITHIN_LIMITS, type Entry, type Verdict } from "./tally";
import { responseName } from "../responseName";

export interface LimitsParts {
  readonly counting: Counting;
  readonly audit: OperationAudit;
  readonly raise: RaiseAlarm;
  readonly sought: SoughtFinder;
  readonly findHoldings: FindHoldings;
  /** How many times the ordinary limits a caller may have. */
  readonly volumeOf: (caller: Caller) => number;
}

/** What keeps the hub from being read out: in bulk, by guessing, or out of curiosity. */
export interface Limits {
  readonly charge: ChargeOperation;
  /** The records of operations, with a look at what came of each: misses and denials count too. */
  readonly audit: OperationAudit;
  /** An issuer granted a caller what it may not grant. */
  overstepped(kind: AlarmKind, caller: string): Promise<void>;
}

const NOBODY: CameUpon = { alarms: [], isAnybodyNew: false };
const DENIALS: ReadonlySet<unknown> = new Set(["FORBIDDEN", "PURPOSE_REQUIRED"]);

/** Limits for each caller, each institution and each person asked for. */
export function createLimits(parts: LimitsParts): Limits {
  const { counting, audit, sought } = parts;
  const raise = async (alarms: readonly Alarm[]): Promise<void> => {
    for (const alarm of alarms) await parts.raise(alarm);
  };
  // Charged before it is answered, and held against the answer afterwards: the same operation is the same object.
  const charged = new WeakMap<UnderstoodOperation, readonly Sought[]>();
  const count = async (entry: Entry): Promise<void> =>
    raise((await counting(counters => tally(counters, [entry]))).alarms);

  return {
    async charge({ caller }, cost, operation, schema) {
      const look = {
        caller: caller.id,
        institution: institutionOf(caller),
        volume: parts.volumeOf(caller),
        cost,
        people: sought.of(operation, schema),
      };
      const { retryAfterMs, alarms, fresh } = await counting(counters => judgeLook(counters, look));
      charged.set(operation, fresh);
      await raise(alarms);
      if (retryAfterMs !== null) throw createLimitRefusal(retryAfterMs);
    },

    audit: {
      ...audit,
      async record(answered) {
        if (isDenied(answered)) await count(denial(answered.claims.caller));
        const { alarms } = await countMisses(parts, answered);
        await raise(alarms);
        const cameUpon = await countCameUpon(parts, answered);
        await raise(cameUpon.alarms);
        const known = findKnown(sought, answered, charged.get(answered.operation) ?? [], cameUpon);
        if (known.length > 0)
          await counting(counters => giveBack(counters, answered.claims.caller.id, known));
        return audit.record(answered);
      },
      async refuse(refused) {
        const { caller, error } = refused;
        if (caller !== null && DENIALS.has(error.extensions["code"])) await count(denial(caller));
        return audit.refuse(refused);
      },
    },

    overstepped: (kind, caller) =>
      count({
        rule: OVERSTEPS_A_DAY(kind),
        of: [caller],
        points: 1,
        volume: 1,
        about: { caller, institution: null, subject: null },
      }),
  };
}

/** Which limit it was is told to nobody: it would say how far one can go, and who else asks. */
function createLimitRefusal(retryAfterMs: number): HubError {
  return new HubError(
    "RATE_LIMITED",
    "This is more than work of this kind calls for. Ask again later: Retry-After says when.",
    { retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1_000)) },
  );
}

/** A root field, or one person of its list: what else is asked beside it hides no denial. */
function isDenied({ result }: AnsweredOperation): boolean {
  return (result.errors ?? []).some(({ path, extensions }) => {
    const isAtRoot = (path ?? []).filter(step => typeof step === "string").length <= 1;
    return isAtRoot && DENIALS.has(extensions["code"]);
  });
}

function denial(caller: Caller): Entry {
  const about = { caller: caller.id, institution: institutionOf(caller), subject: null };
  return { rule: DENIALS_AN_HOUR, of: [caller.id], points: 1, volume: 1, about };
}

async function countMisses(
  { counting, sought, findHoldings, volumeOf }: LimitsParts,
  answered: AnsweredOperation,
): Promise<Verdict> {
  const missed = [...new Set(findMisses(answered, findHoldings, sought.namedBy))];
  if (missed.length === 0) return WITHIN_LIMITS;
  const { caller } = answered.claims;
  const markOf = (person: string) => ({ rule: MISSED_PERSON, of: [caller.id, person] });
  return counting(async counters => {
    const counts = await Promise.all(missed.map(person => counters.add(markOf(person), 1)));
    const points = counts.filter(({ total }) => total === 1).length;
    if (points === 0) return WITHIN_LIMITS;
    const about = { caller: caller.id, institution: institutionOf(caller), subject: null };
    return tally(counters, [
      { rule: MISSES_AN_HOUR, of: [caller.id], points, volume: volumeOf(caller), about },
    ]);
  });
}

/**
 * Whom a number led to, or a change showed, is known by the answer alone. A page of somebody who was named shows
 * others by the dozen, but they are not looked for.
 */
async function countCameUpon(
  { counting, sought }: LimitsParts,
  { claims: { caller }, operation, schema, people }: AnsweredOperation,
): Promise<CameUpon> {
  if (people.length === 0) return NOBODY;
  const asked = sought.of(operation, schema);
  const isLookUp = operation.operationType === "mutation" || asked.some(({ token }) => token === null);
  if (!isLookUp) return NOBODY;
  const named = new Set(asked.map(({ token }) => token));
  const tokens = people.filter(person => !named.has(person));
  // Work that asks Redis nothing would pass for a sign that it is there again.
  if (tokens.length === 0) return NOBODY;
  const cameUpon = { caller: caller.id, institution: institutionOf(caller), tokens };
  return counting(counters => judgeCameUpon(counters, cameUpon));
}

/**
 * Numbers that were no guesses: those by which an institution found what is its own, and those that led to nobody whom
 * the caller had not seen. Of several at once it is not known which of them did.
 */
function findKnown(
  { namedBy }: Pick<SoughtFinder, "namedBy">,
  { claims, operation, people, result }: AnsweredOperation,
  fresh: readonly Sought[],
  { isAnybodyNew }: CameUpon,
): readonly Sought[] {
  const numbers = fresh.filter(({ token }) => token === null);
  const isNobodyNew = numbers.length === 1 && people.length > 0 && !isAnybodyNew;
  if (numbers.length === 0 || (claims.caller.institution === null && !isNobodyNew)) return [];
  const found = rootFields(operation.document).filter(
    field => (result.data?.[responseName(field)] ?? null) !== null,
  );
  const keys = new Set(found.flatMap(field => namedBy(operation, field)));
  return numbers.filter(({ key, findsThing }) => findsThing && keys.has(key));
}

/** The institution or organ, or the kind of authority where there is one of each; a person acts for nobody. */
function institutionOf({ institution, authority, kind }: Caller): string | null {
  return institution ?? authority ?? (kind === "PERSON" ? null : kind);
}

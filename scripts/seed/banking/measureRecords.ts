import { chinaDay } from "../../../schema/contract/calendar";
import { ACCOUNT_MEASURE_RULES } from "../../../subgraphs/banking/orders/accountMeasureRules";
import type { StandingMeasure } from "../../../subgraphs/shared/orders/standingMeasure";
import type { SubgraphKeys } from "../../../subgraphs/shared/requestContext";
import { accountKey, holdersOf, type AccountHolder } from "../holdersOf";
import { endingOf, involvementMeasures, PLAIN, sanctionMeasures } from "../measures";
import { momentOn } from "../world/worldCalendar";
import type { WorldCase, WorldChunk, WorldFreeze, WorldStopPayment } from "../worldModel";
import type { BankingNaming } from "./bankingNaming";

interface Parts {
  readonly naming: BankingNaming;
  readonly ids: SubgraphKeys["ids"];
  readonly today: string;
}

/** What the police told banking of measures on accounts. */
export function measureRecords(chunk: WorldChunk, parts: Parts): StandingMeasure[] {
  const { naming, today } = parts;
  const holders = holdersOf(chunk);
  return [
    ...chunk.sanctions.flatMap(one => sanctionMeasures(one, naming.tokenOf(one.subject), today)),
    ...chunk.cases.flatMap(({ stopPayments }) =>
      stopPayments.map(stop => stopMeasure(stop, holders.get(accountKey(stop.account)), parts)),
    ),
    ...chunk.cases.flatMap(one => caseMeasures(one, holders, parts)),
  ].filter(({ kind }) => ACCOUNT_MEASURE_RULES[kind] !== undefined);
}

/** A recognised account's spread, and its freezes. */
function caseMeasures(
  { involvements, freezes }: WorldCase,
  holders: ReadonlyMap<string, AccountHolder>,
  { naming, today }: Parts,
): StandingMeasure[] {
  return involvements.flatMap(involvement => {
    if (involvement.account === null) return [];
    const accountId = naming.accountId(involvement.account);
    const holder = holders.get(accountKey(involvement.account));
    const subjectId = holder === undefined ? null : naming.tokenOf(holder.document);
    return [
      ...involvementMeasures(involvement, { accountId, lineId: null }, subjectId),
      ...freezes
        .filter(({ involvementId }) => involvementId === involvement.id)
        .map(freeze => freezeMeasure(freeze, accountId, today)),
    ];
  });
}

function freezeMeasure(
  { id, issuedAt, until }: WorldFreeze,
  holdingId: string,
  today: string,
): StandingMeasure {
  return {
    ...PLAIN,
    causeId: id,
    causeKind: "FREEZE",
    kind: "FREEZE",
    sector: "BANKING",
    holdingId,
    startsOn: chinaDay(new Date(issuedAt)),
    endsOn: until,
    article: "EXT:FREEZE",
    ...endingOf(null, until, today),
  };
}

function stopMeasure(
  { id, account, startsAt, endsAt }: WorldStopPayment,
  holder: AccountHolder | undefined,
  { naming, ids, today }: Parts,
): StandingMeasure {
  const holdingId = naming.accountId(account);
  const isOver = endsAt <= momentOn(today, 0);
  const name = holder?.name ?? null;
  return {
    ...PLAIN,
    causeId: id,
    causeKind: "STOP_PAYMENT",
    kind: "STOP_PAYMENT",
    sector: "BANKING",
    holdingId,
    startsOn: chinaDay(new Date(startsAt)),
    endsOn: chinaDay(new Date(Date.parse(endsAt) - 1)),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    article: "EXT:STOP_PAYMENT",
    holderMark: name === null ? null : ids.holderMark(holdingId, name),
    endedAt: isOver ? new Date(endsAt) : null,
    endedBy: isOver ? "EXPIRED" : null,
  };
}

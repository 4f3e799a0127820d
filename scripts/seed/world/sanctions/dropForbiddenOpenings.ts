import type { WorldMeasure, WorldSanction } from "../../worldModel";
import type { HolderDraft } from "../holderDraft";

/** Nobody opens what a measure forbids: takes out what ordinary life would have opened meanwhile. */
export function dropForbiddenOpenings(holder: HolderDraft, sanctions: readonly WorldSanction[]): void {
  const measures = sanctions.flatMap(sanction => sanction.measures);
  const accountBans = measures.filter(measure => measure.kind === "NO_NEW_ACCOUNT");
  const lineBans = measures.filter(measure => measure.kind === "NO_NEW_LINE");
  keep(holder.accounts, account => !accountBans.some(ban => isWithin(ban, account.openedOn)));
  keep(holder.lines, line => !lineBans.some(ban => isWithin(ban, line.registeredOn)));
}

function isWithin(measure: WorldMeasure, day: string): boolean {
  const lastDay = measure.liftedAt === null ? measure.endsOn : measure.liftedAt.slice(0, 10);
  return day >= measure.startsOn && day <= lastDay;
}

function keep<T>(list: T[], isKept: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept));
}

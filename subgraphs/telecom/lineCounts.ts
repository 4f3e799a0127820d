import type { View } from "../../schema/contract/claims";
import { isPoliceView, personOfView } from "../shared/view";
import { OTHER_CARRIERS, unlistedCarrier } from "./otherCarriers";
import { carrierOfView } from "./rowFilter";
import type { Holding } from "./store/holdingStore";
import type { CarrierLineCount } from "./types/CarrierLineCount";
import type { LineKind } from "./types/enums";
import type { Institution } from "./types/Institution";

/**
 * A holder's lines as a view may count them: police and the person by carrier; a carrier its own, and all
 * others together. Null for those who count no person's lines.
 */
export function countLinesFor(
  view: View,
  subjectId: string,
  holdings: readonly Holding[],
  carriers: readonly Institution[],
): CarrierLineCount[] | null {
  const held = holdings.filter(holding => holding.active > 0);
  if (isPoliceView(view)) return held.map(holding => toCount(holding, carriers));
  const person = personOfView(view);
  // Another's lines are absent for a person, as if there were none.
  if (person !== null) return person === subjectId ? held.map(holding => toCount(holding, carriers)) : [];
  const own = carrierOfView(view);
  if (own === null) return null;
  return [
    ...held.filter(holding => holding.carrier === own).map(holding => toCount(holding, carriers)),
    ...elsewhere(held.filter(holding => holding.carrier !== own)),
  ];
}

function toCount({ carrier, kind, active }: Holding, carriers: readonly Institution[]): CarrierLineCount {
  return { carrier: carriers.find(one => one.code === carrier) ?? unlistedCarrier(carrier), kind, active };
}

function elsewhere(holdings: readonly Holding[]): CarrierLineCount[] {
  const totals = new Map<LineKind, number>();
  for (const { kind, active } of holdings) totals.set(kind, (totals.get(kind) ?? 0) + active);
  return [...totals].map(([kind, active]) => ({ carrier: OTHER_CARRIERS, kind, active }));
}

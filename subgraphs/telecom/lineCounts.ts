import type { View } from "../../schema/contract/claims";
import { isPoliceView, personOfView } from "../shared/view";
import { OTHER_CARRIERS, unlistedCarrier } from "./otherCarriers";
import { carrierOfView } from "./rowFilter";
import type { Holding } from "./store/holdingStore";
import type { CarrierLineCount } from "./types/CarrierLineCount";
import type { Institution } from "./types/Institution";

/**
 * A holder's lines as a view may count them: police and the person by carrier; a carrier its own, and all
 * others as one total, whatever kind they are. Null for those who count no person's lines.
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
  const active = holdings.reduce((total, holding) => total + holding.active, 0);
  return active === 0 ? [] : [{ carrier: OTHER_CARRIERS, kind: null, active }];
}

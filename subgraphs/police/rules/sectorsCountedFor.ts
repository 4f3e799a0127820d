// N16-7: organs and regulators answer for how measures are imposed and carried out; an institution for its own work alone.
import type { View } from "../../../schema/contract/claims";
import { isPoliceView } from "../../shared/view";

/** Sectors of whose measures a view may read figures, `ALL` of them or of whatever sanction; null for none. */
export function sectorsCountedFor(view: View): readonly string[] | "ALL" | null {
  if (isPoliceView(view)) return "ALL";
  if (view === "regulator:financial") return ["BANKING", "PAYMENT"];
  return view === "regulator:telecom" ? ["TELECOM"] : null;
}

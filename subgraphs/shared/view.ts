import type { View } from "../../schema/contract/claims";

/** Code of the bank, payment institution or carrier whose rows the view is cut down to; null for other views. */
export function institutionOfView(view: View): string | null {
  const [kind, code] = splitView(view);
  return kind === "bank" || kind === "payment" || kind === "carrier" ? code : null;
}

/** The police see every row. */
export function isPoliceView(view: View): boolean {
  return view === "police";
}

/** Subject token of the person who asks about themself; null for other views. */
export function personOfView(view: View): string | null {
  const [kind, token] = splitView(view);
  return kind === "person" ? token : null;
}

function splitView(view: View): [string, string | null] {
  const colon = view.indexOf(":");
  return colon < 0 ? [view, null] : [view.slice(0, colon), view.slice(colon + 1)];
}

import type { NodeKind } from "./chart";

/** What is drawn inside a mark of 24 by 24. */
export const ICON_PATHS: Readonly<Record<NodeKind, string>> = {
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM5 20c0-4 3-6 7-6s7 2 7 6Z",
  unit: "M5 20V5h9v15M14 20V10h5v10M8 8h3M8 12h3M8 16h3M3 20h18",
  line: "M8 3h8v18H8ZM11 18h2",
  account: "M3 6h18v12H3ZM3 10h18M6 15h5",
  device: "M4 5h16v11H4ZM9 20h6M12 16v4",
  outlet: "M4 9 6 4h12l2 5M5 9v11h14V9M4 9h16M10 20v-6h4v6",
  agent: "M3 10h6l3 3 4-4h5M3 17h5l4 3 9-7",
  silent: "M4 12a8 8 0 1 0 16 0 8 8 0 0 0-16 0M12 7v6M12 16.5h.1",
  more: "M6 12h.1M12 12h.1M18 12h.1",
};

/** An icon as a picture that the canvas can draw. */
export function iconImage(kind: NodeKind, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="${ICON_PATHS[kind]}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { NodeKind } from "./chart";
import { ICON_PATHS } from "./chartIcons";

const KINDS: readonly NodeKind[] = [
  "person",
  "unit",
  "line",
  "account",
  "device",
  "agent",
  "outlet",
  "silent",
];
const STYLES = ["confirmed", "tentative", "anothers", "money"] as const;

/** What each mark and each line means; always in sight. */
export function Legend(): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="legend">
      {KINDS.map(kind => (
        <li key={kind} className={kind === "silent" ? "amber" : undefined}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={ICON_PATHS[kind]} />
          </svg>
          {t(`links.kind.${kind}`)}
        </li>
      ))}
      {STYLES.map(style => (
        <li key={style}>
          <span className={`legend-line legend-${style}`} aria-hidden="true" />
          {t(`links.style.${style}`)}
        </li>
      ))}
      <li>
        <span className="legend-ring legend-red" aria-hidden="true" />
        {t("links.ring.red")}
      </li>
      <li>
        <span className="legend-ring legend-grey" aria-hidden="true" />
        {t("links.ring.grey")}
      </li>
    </ul>
  );
}

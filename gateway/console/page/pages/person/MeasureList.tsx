import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Sanction } from "./personFacts";

/** Measures with their first and last day; what was lifted is grey. */
export function MeasureList({ measures }: { readonly measures: Sanction["measures"] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul>
      {measures.map(({ kind, sector, startsOn, endsOn, liftedAt }) => (
        <li key={`${kind} ${sector}`} className={liftedAt === null ? undefined : "ended"}>
          {t(`enums.MeasureKind.${kind}`)} · {t(`enums.Sector.${sector}`)}{" "}
          <span className="number">
            {startsOn} — {endsOn}
          </span>
        </li>
      ))}
    </ul>
  );
}

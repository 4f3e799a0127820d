import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readCoverage } from "../../parts/coverage";
import type { Subject } from "./personFacts";

/** The answer first: what stands against the person, and whether everybody was heard. */
export function VerdictStrip({ subject }: { readonly subject: Subject }): ReactNode {
  const { t } = useTranslation();
  const { measuresInForce, telecomCoverage, bankingCoverage, policeCoverage } = subject;
  const all = [...(telecomCoverage ?? []), ...(bankingCoverage ?? []), ...(policeCoverage ?? [])];
  const { answered, silent } = readCoverage(all);
  const until = (measuresInForce ?? []).map(({ endsOn }) => endsOn).sort();
  return (
    <div className="verdict" role="status">
      {measuresInForce === null || measuresInForce === undefined ? (
        <span className="verdict-amber">{t("verdict.unknown")}</span>
      ) : until.length === 0 ? (
        <span className="verdict-none">{t("verdict.none")}</span>
      ) : (
        <span className="verdict-red">
          {t("verdict.inForce", { count: until.length, day: until.at(-1) })}
        </span>
      )}
      <span className={silent.length === 0 ? "verdict-none" : "verdict-amber"}>
        {t("verdict.answered", { answered: answered.length, all: all.length })}
        {silent.length > 0 &&
          ` — ${t("verdict.silent", { names: silent.map(({ institution }) => institution.name).join("、") })}`}
      </span>
    </div>
  );
}

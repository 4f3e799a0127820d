import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { joinCoverage, readCoverage, type InstitutionAnswer } from "../../parts/coverage";
import type { Subject } from "./personFacts";

/** The answer first: what stands against the person, and whether everybody was heard. */
export function VerdictStrip({ subject }: { readonly subject: Subject }): ReactNode {
  const { t } = useTranslation();
  const { measuresInForce } = subject;
  const all = joinCoverage(subject);
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
      {all === null ? (
        <span className="verdict-amber">{t("coverage.registerSilent")}</span>
      ) : (
        <WhoAnswered all={all} />
      )}
    </div>
  );
}

function WhoAnswered({ all }: { readonly all: readonly InstitutionAnswer[] }): ReactNode {
  const { t } = useTranslation();
  const { answered, silent } = readCoverage(all);
  const names = silent.map(({ institution }) => institution.name).join("、");
  return (
    <span className={silent.length === 0 ? "verdict-none" : "verdict-amber"}>
      {t("verdict.answered", { answered: answered.length, all: all.length })}
      {silent.length > 0 && ` — ${t("verdict.silent", { names })}`}
    </span>
  );
}

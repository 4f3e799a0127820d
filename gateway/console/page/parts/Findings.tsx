import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Article } from "./Article";
import { useFindingWords } from "./useFindingWords";

/** What a rule has found. */
export interface Finding {
  readonly ruleId: string;
  readonly article: string;
  readonly message: string;
  readonly fact?: string | null;
  readonly until?: string | null;
}

/** Findings in plain words, each with the article that it stands on; hover or focus shows the article's text. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const { t } = useTranslation();
  const wordsOf = useFindingWords();
  return (
    <ul className="findings">
      {findings.map((finding, index) => {
        const { sentence, fact } = wordsOf(finding);
        return (
          <li key={index}>
            <b>{t(`rules.${finding.ruleId}`, { defaultValue: finding.ruleId })}</b>{" "}
            <Article name={finding.article} />
            <p>{sentence}</p>
            {(fact !== null || finding.until) && (
              <p className="quiet">
                {fact} {finding.until ? t("finding.until", { day: finding.until }) : ""}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Article } from "./Article";

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
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={index}>
          <b>{t(`rules.${finding.ruleId}`, { defaultValue: finding.ruleId })}</b>{" "}
          <Article name={finding.article} />
          <Words finding={finding} />
          {(finding.fact !== null && finding.fact !== undefined) || finding.until ? (
            <p className="quiet">
              <span className="number">{finding.fact}</span>
              {finding.until ? ` ${t("finding.until", { day: finding.until })}` : ""}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the rule says in plain words; in English the hub's own sentence follows, which is about this very case. */
function Words({ finding: { ruleId, message } }: { readonly finding: Finding }): ReactNode {
  const { t, i18n } = useTranslation();
  const words = t(`ruleWords.${ruleId}`, { defaultValue: "" });
  return (
    <>
      {words !== "" && <p>{words}</p>}
      {(words === "" || i18n.language === "en") && <p lang="en">{message}</p>}
    </>
  );
}

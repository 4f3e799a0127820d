import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

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
          <p lang="en">{finding.message}</p>
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

function Article({ name }: { readonly name: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const texts = ["zh-CN", "en"]
    .map(language => i18n.getFixedT(language)(`articles.${name}`, { defaultValue: "" }))
    .filter(text => text !== "");
  if (texts.length === 0) return <span className="article">{name}</span>;
  return (
    <Tooltip
      title={texts.map(text => (
        <p key={text}>{text}</p>
      ))}
    >
      <button type="button" className="article" aria-label={t("finding.article", { name })}>
        {name}
      </button>
    </Tooltip>
  );
}

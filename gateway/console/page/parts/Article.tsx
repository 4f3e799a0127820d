import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "../locales/startTexts";

/** The name of an article; hover or focus shows its text in both languages. */
export function Article({ name }: { readonly name: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const texts = LANGUAGES.map(
    language => [language, i18n.getFixedT(language)(`articles.${name}`, { defaultValue: "" })] as const,
  ).filter(([, text]) => text !== "");
  if (texts.length === 0) return <span className="article">{name}</span>;
  return (
    <Tooltip
      trigger={["hover", "focus"]}
      title={texts.map(([language, text]) => (
        <p key={language} lang={language}>
          {text}
        </p>
      ))}
    >
      <button type="button" className="article" aria-label={t("finding.article", { name })}>
        {name}
      </button>
    </Tooltip>
  );
}

import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import en from "../locales/en.json";
import { findSaid } from "./findSaid";
import type { Finding } from "./Findings";
import { sayValues } from "./sayValues";

/** Values of these enumerations stand alone as facts. */
const CODES = ["AbnormalFlagKind", "LineKind", "LimitExemption"] as const;
const SENTENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = en.said;

interface FindingWords {
  /** What was found, in the reader's language, or as the hub or a regulator wrote it. */
  readonly sentence: string;
  readonly fact: string | null;
}

/** A finding's sentence and fact in the reader's language; the numbers and days in them are the hub's own. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const { t } = useTranslation();
  return ({ ruleId, message, fact }) => {
    const said = findSaid(message, SENTENCES[ruleId] ?? {});
    const sentence =
      said === null
        ? message
        : t(`said.${ruleId}.${said.name}`, sayValues(said.values, t)) +
          (said.isProvisional ? t("finding.provisional") : "");
    return { sentence, fact: fact === null || fact === undefined ? null : sayFact(fact, t) };
  };
}

function sayFact(fact: string, t: TFunction): string {
  const code = CODES.find(name => fact in en.enums[name]);
  if (code !== undefined) return t(`enums.${code}.${fact}`);
  const said = findSaid(fact, en.facts);
  return said === null ? fact : t(`facts.${said.name}`, sayValues(said.values, t));
}

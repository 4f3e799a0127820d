import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import en from "../locales/en.json";
import { findSaid } from "./findSaid";
import { sayValues } from "./sayValues";

/** What exactly the hub refuses, in the reader's language; null where its sentence is in no dictionary. */
export function useRefusalWords(): (message: string) => string | null {
  const { t } = useTranslation();
  return message => {
    const said = findSaid(message, en.refusals);
    return said === null ? null : withFields(t(`refusals.${said.name}`, sayValues(said.values, t)), t);
  };
}

/** The hub names what was given by its field, `dueOn`; a form calls it the due day. */
function withFields(sentence: string, t: TFunction): string {
  return sentence.replace(/`([\w.]+)`/g, (_, name: string) => t(`fields.${name}`, { defaultValue: name }));
}

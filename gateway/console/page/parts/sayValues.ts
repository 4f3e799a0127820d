import type { TFunction } from "i18next";
import en from "../locales/en.json";
import { formatMinute } from "./formatTime";

const PROVISIONAL = / \(provisional\)$/;

/**
 * What the hub filled into a sentence, in the reader's language. A value named after an enumeration is one or several
 * of its values, one named `field` is a part of what was given, and one named after a moment is a moment; the others
 * are numbers, days and codes.
 */
export function sayValues(values: Readonly<Record<string, string>>, t: TFunction): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(name, value, t)]));
}

/** Names of fields, as a form calls them: `dueOn` is its due day. */
const FIELDS: readonly string[] = ["field", "fields", "earlier", "later"];

function sayValue(name: string, value: string, t: TFunction): string {
  const enumeration = name.replace(/^other/, "");
  if (enumeration in en.enums)
    return value
      .replace(PROVISIONAL, "")
      .split(/, | or /)
      .map(one => t(`enums.${enumeration}.${one}`, { defaultValue: one }))
      .join("、");
  if (FIELDS.includes(name)) return t(`fields.${value}`, { defaultValue: value });
  if (name === "evidence")
    return value
      .split(", ")
      .map(one => t(`evidence.${one}`, { defaultValue: one }))
      .join("、");
  return /moment$/i.test(name) && !Number.isNaN(Date.parse(value)) ? formatMinute(value) : value;
}

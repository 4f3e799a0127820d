import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import zhCN from "./zh-CN.json";

/** Chinese first; English by the switch. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "duanka.language";

/** Loads both languages and takes the one that was last used here. */
export async function startTexts(): Promise<void> {
  const kept = localStorage.getItem(KEY);
  await i18next.use(initReactI18next).init({
    lng: LANGUAGES.find(language => language === kept) ?? "zh-CN",
    fallbackLng: false,
    // An article of another text is named `EXT:` and what it is: no namespace.
    nsSeparator: false,
    resources: { "zh-CN": { translation: zhCN }, en: { translation: en } },
    // React escapes on its own.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the language of everything on the page, and of the next visit. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../locales/startTexts";

/** Chinese and back. */
export function LanguageSwitch(): ReactNode {
  const { t, i18n } = useTranslation();
  const next = i18n.language === "en" ? "zh-CN" : "en";
  return (
    <Button
      type="text"
      size="small"
      lang={next}
      aria-label={t("frame.language")}
      onClick={() => void changeLanguage(next)}
    >
      {t("frame.otherLanguage")}
    </Button>
  );
}

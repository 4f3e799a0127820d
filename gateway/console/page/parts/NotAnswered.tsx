import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Which register would have told a single thing and did not, standing where the thing would stand. */
export function NotAnswered({ register }: { readonly register: "telecom" | "banking" }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="amber">
      {t(`register.${register}`)} {t("fact.notAnswered")}
    </span>
  );
}

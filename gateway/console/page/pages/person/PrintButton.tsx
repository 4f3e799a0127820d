import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Leads to the browser's print, which makes the PDF; the style sheet for paper lays out the whole dossier. */
export function PrintButton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Button size="small" className="not-printed" onClick={() => window.print()}>
      {t("person.print")}
    </Button>
  );
}

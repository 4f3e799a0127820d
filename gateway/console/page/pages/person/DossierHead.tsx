import { useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { auditNumberOf } from "../../frame/AuditLine";
import type { Receipt } from "../../hub/askHub";
import { formatMinute } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { PrintingContext } from "../../parts/PrintingContext";

/** At the head of the paper: under which number it was answered, who asked, what for and when. */
export function DossierHead({ receipt }: { readonly receipt: Receipt | null }): ReactNode {
  const { t } = useTranslation();
  const { caller, purpose } = useSession();
  if (!useContext(PrintingContext)) return null;
  const house = caller.authority?.name ?? caller.institution?.name;
  return (
    <header className="dossier-head">
      <b>{t("dossier.title")}</b>
      <dl>
        <dt>{t("frame.auditNumber")}</dt>
        <dd className="number">{receipt === null ? "—" : auditNumberOf(receipt)}</dd>
        <dt>{t("dossier.asked")}</dt>
        <dd>{[caller.id, house].filter(Boolean).join(" · ")}</dd>
        <dt>{t("purpose.purpose")}</dt>
        <dd>
          {purpose === null ? "—" : t(`enums.Purpose.${purpose.purpose}`)}{" "}
          <span className="number">{purpose?.reference}</span>
        </dd>
        <dt>{t("dossier.printed")}</dt>
        <dd className="number">{formatMinute(new Date().toISOString())}</dd>
      </dl>
    </header>
  );
}

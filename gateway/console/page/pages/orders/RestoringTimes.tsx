import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccountRestoring, LineRestoring } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";

/** How long the institution takes to carry out and to restore; a number, where its role may see it. */
export function RestoringTimes(): ReactNode {
  const { t } = useTranslation();
  const { caller, may, standing } = useSession();
  const house = caller.institution?.code ?? "";
  const isCarrier = caller.sector === "TELECOM";
  const sees = may("accountability:read");
  const accounts = useAnswer(AccountRestoring, sees && !isCarrier ? { institution: house } : null, standing);
  const lines = useAnswer(LineRestoring, sees && isCarrier ? { carrier: house } : null, standing);
  const { isLoading, askAgain } = isCarrier ? lines : accounts;
  const record = accounts.data?.institution?.accountRecord ?? lines.data?.institution?.lineRecord;
  if (!sees || isLoading) return null;
  if (record === null || record === undefined) return <SilentRows coverage={null} onRetry={askAgain} />;
  const { medianHoursToExecute, medianHoursToRestore } = record;
  return (
    <p className="quiet">
      {t("orders.toExecute")} <b className="number">{hours(medianHoursToExecute)}</b> ·{" "}
      {t("orders.toRestore")} <b className="number">{hours(medianHoursToRestore)}</b>
    </p>
  );

  function hours(value: number | null): string {
    return value === null ? t("orders.noTime") : t("orders.hours", { hours: value.toFixed(1) });
  }
}

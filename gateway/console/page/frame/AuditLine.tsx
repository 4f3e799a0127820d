import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/session";

/** Under which number the last answer stands among the access records, and how it came about. */
export function AuditLine(): ReactNode {
  const { t } = useTranslation();
  const { lastAnswer } = useSession();
  if (lastAnswer === null) return <footer className="audit-line">{t("frame.everyLook")}</footer>;
  const { receipt, sources, fromCache, staleUpToSeconds, milliseconds } = lastAnswer;
  return (
    <footer className="audit-line">
      {receipt !== null && (
        <span title={`${receipt.chain} ${receipt.hash}`}>
          {t("frame.auditNumber")} <b className="number">{auditNumberOf(receipt)}</b>
        </span>
      )}
      <span>{t("frame.answeredIn", { milliseconds: Math.round(milliseconds) })}</span>
      {Object.entries(sources).map(([name, state]) => (
        <span key={name} className={state === "ANSWERED" ? undefined : "amber"}>
          {t(`register.${name}`)} {t(`source.${state}`, { defaultValue: state })}
        </span>
      ))}
      {fromCache.length > 0 && (
        <span title={fromCache.join(", ")}>{t("frame.fromCache", { count: fromCache.length })}</span>
      )}
      {staleUpToSeconds !== null && (
        <span className="amber">{t("frame.stale", { seconds: staleUpToSeconds })}</span>
      )}
    </footer>
  );
}

/** A chain's number is long; its end tells chains apart on one screen, the whole stands in the title. */
export function auditNumberOf({ chain, sequence }: { chain: string; sequence: number | string }): string {
  return `${chain.slice(-8)}-${sequence}`;
}

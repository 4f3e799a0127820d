import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readCoverage, type InstitutionAnswer } from "./coverage";
import { formatDay } from "./formatTime";

interface SilentRowsProps {
  /** Null where the register itself did not answer. */
  readonly coverage: readonly InstitutionAnswer[] | null;
  readonly onRetry: () => void;
}

/** Who did not answer, standing where their rows would stand. */
export function SilentRows({ coverage, onRetry }: SilentRowsProps): ReactNode {
  const { t } = useTranslation();
  const silent = coverage === null ? null : readCoverage(coverage).silent;
  if (silent?.length === 0) return null;
  return (
    <div role="status">
      <ul className="silent-rows">
        {silent === null ? (
          <li>
            {t("coverage.registerSilent")} <RetryButton onRetry={onRetry} />
          </li>
        ) : (
          silent.map(({ institution, state, asOf }) => (
            <li key={institution.code}>
              <b>{institution.name}</b> {t(`coverage.${state}`, { day: formatDay(asOf) })}
              <RetryButton onRetry={onRetry} />
            </li>
          ))
        )}
      </ul>
    </div>
  );
}

function RetryButton({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Button size="small" type="link" onClick={onRetry}>
      {t("fault.retry")}
    </Button>
  );
}

import { Alert, Spin } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewSanctionQuery } from "../../../generated/operations";
import type { Answered } from "../../hub/useAnswer";
import { FaultBox } from "../../parts/FaultBox";
import { Article } from "../../parts/Article";
import { Refusal } from "../../parts/Refusal";

interface ConsequenceProps {
  readonly answered: Answered<PreviewSanctionQuery>;
  /** Whether the form says enough to foresee anything. */
  readonly isComplete: boolean;
}

/** What the recognition would bring about, by the hub's own rules, shown before anything is sent. */
export function Consequence({ answered, isComplete }: ConsequenceProps): ReactNode {
  const { t } = useTranslation();
  const preview = answered.data?.sanctionPreview;
  return (
    <section
      className="card consequence"
      aria-label={t("recognise.consequence")}
      aria-busy={answered.isLoading}
    >
      <h2>
        {t("recognise.consequence")} {answered.isLoading && <Spin size="small" />}
      </h2>
      <div aria-live="polite">
        {!isComplete ? (
          <p className="quiet">{t("recognise.incomplete")}</p>
        ) : answered.refusal !== null ? (
          <FaultBox fault={answered.refusal} onRetry={answered.askAgain} />
        ) : preview === null || preview === undefined ? (
          <p className="quiet">{t("recognise.computing")}</p>
        ) : (
          <Foreseen preview={preview} />
        )}
      </div>
    </section>
  );
}

function Foreseen({
  preview,
}: {
  readonly preview: NonNullable<PreviewSanctionQuery["sanctionPreview"]>;
}): ReactNode {
  const { t } = useTranslation();
  const { measures, ruleVersion, article, obstacle, accountsTouched } = preview;
  const lines = measures.filter(({ sector }) => sector === "TELECOM").length;
  return (
    <>
      <p>
        {t("sanction.version")} <b>{t(`enums.RuleVersion.${ruleVersion}`)}</b> <Article name={article} />
      </p>
      {obstacle !== null && (
        <Alert
          type="warning"
          showIcon
          title={t("recognise.obstacle")}
          description={<Refusal code="AUTHORITY_TOO_LOW" message={obstacle} />}
        />
      )}
      {measures.length === 0 ? (
        <p>{t("recognise.noMeasure")}</p>
      ) : (
        <table className="small-table">
          <thead>
            <tr>
              <th>{t("recognise.measure")}</th>
              <th>{t("recognise.sector")}</th>
              <th>{t("recognise.starts")}</th>
              <th>{t("recognise.ends")}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map(({ kind, sector, startsOn, endsOn }) => (
              <tr key={`${kind} ${sector}`}>
                <td>{t(`enums.MeasureKind.${kind}`)}</td>
                <td>{t(`enums.Sector.${sector}`)}</td>
                <td className="number">{startsOn}</td>
                <td className="number">{endsOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="touched">
        {accountsTouched === null ? (
          <span className="amber">{t("recognise.accountsUnknown")}</span>
        ) : (
          <b>{t("recognise.accounts", { count: accountsTouched })}</b>
        )}
      </p>
      <p className="quiet">{t(lines === 0 ? "recognise.noLines" : "recognise.lines")}</p>
    </>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Sanction } from "./personFacts";

type Execution = Omit<
  NonNullable<Sanction["accountExecution"]>[number],
  "nextDueAt" | "lastExecutedAt" // not shown
>;

interface ExecutionTableProps {
  /** Null where the register did not answer. */
  readonly accounts: readonly Execution[] | null;
  readonly lines: readonly Execution[] | null;
}

/** Who has carried out what a sanction asks for, and who is late. A register that is silent is not one without orders. */
export function ExecutionTable({ accounts, lines }: ExecutionTableProps): ReactNode {
  const { t } = useTranslation();
  const silent = [
    ...(accounts === null ? ["register.banking"] : []),
    ...(lines === null ? ["register.telecom"] : []),
  ];
  const rows = [...(accounts ?? []), ...(lines ?? [])];
  return (
    <>
      {silent.map(name => (
        <p key={name} className="amber">
          <b>{t(name)}</b> {t("coverage.registerSilent")}
        </p>
      ))}
      {rows.length > 0 && <Rows rows={rows} />}
      {rows.length === 0 && silent.length === 0 && <p className="quiet">{t("execution.none")}</p>}
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly Execution[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <table className="small-table">
      <thead>
        <tr>
          <th>{t("execution.institution")}</th>
          <th>{t("execution.issued")}</th>
          <th>{t("execution.executed")}</th>
          <th>{t("execution.refused")}</th>
          <th>{t("execution.late")}</th>
          <th>{t("execution.restored")}</th>
          <th>{t("execution.restoreRefused")}</th>
          <th>{t("execution.restoreLate")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.institution.code}>
            <td>{row.institution.name}</td>
            <td className="number">{row.issued}</td>
            <td className="number">{row.executed}</td>
            <td className={toBeSeen(row.refused)}>{row.refused}</td>
            <td className={toBeSeen(row.late)}>{row.late}</td>
            <td className="number">{row.restored}</td>
            <td className={toBeSeen(row.restoreRefused)}>{row.restoreRefused}</td>
            <td className={toBeSeen(row.restoreLate)}>{row.restoreLate}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What somebody has to see to stands out. */
function toBeSeen(count: number): string {
  return count > 0 ? "number amber" : "number";
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Sanction } from "./personFacts";

type Execution = NonNullable<Sanction["accountExecution"]>[number];

/** Who has carried out what a sanction asks for, and who is late. */
export function ExecutionTable({ rows }: { readonly rows: readonly Execution[] }): ReactNode {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="quiet">{t("execution.none")}</p>;
  return (
    <table className="small-table">
      <thead>
        <tr>
          <th>{t("execution.institution")}</th>
          <th>{t("execution.issued")}</th>
          <th>{t("execution.executed")}</th>
          <th>{t("execution.late")}</th>
          <th>{t("execution.restored")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ institution, issued, executed, late, restored }) => (
          <tr key={institution.code}>
            <td>{institution.name}</td>
            <td className="number">{issued}</td>
            <td className="number">{executed}</td>
            <td className={late > 0 ? "number amber" : "number"}>{late}</td>
            <td className="number">{restored}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

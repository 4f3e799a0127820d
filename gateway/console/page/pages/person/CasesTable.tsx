import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatDay } from "../../parts/formatTime";
import { SilentRows } from "../../parts/SilentRows";
import type { Subject } from "./personFacts";

interface CasesTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/** The caller's own cases in which the person stands, and as what. */
export function CasesTable({ subject, onRetry }: CasesTableProps): ReactNode {
  const { t } = useTranslation();
  const { involvements, policeCoverage } = subject;
  return (
    <>
      <SilentRows coverage={involvements ? policeCoverage : null} onRetry={onRetry} />
      {involvements && (
        <DataTable
          rows={involvements}
          rowKey={involvement => involvement.id}
          empty={t("cases.noneOfPerson")}
          columns={[
            {
              title: t("cases.number"),
              render: (_, one) =>
                one.case && (
                  <Link className="number" to={`/cases/${one.case.number}`}>
                    {one.case.number}
                  </Link>
                ),
            },
            { title: t("cases.title"), render: (_, one) => one.case?.title },
            { title: t("involvement.role"), render: (_, { role }) => t(`enums.InvolvementRole.${role}`) },
            {
              title: t("involvement.standing"),
              render: (_, { standing }) => <EnumTag of="InvolvementStanding" value={standing} />,
            },
            {
              title: t("involvement.marked"),
              render: (_, { markedAt }) => <span className="number">{formatDay(markedAt)}</span>,
            },
            {
              title: t("involvement.recognised"),
              render: (_, { recognisedOn }) => <span className="number">{formatDay(recognisedOn)}</span>,
            },
          ]}
        />
      )}
    </>
  );
}

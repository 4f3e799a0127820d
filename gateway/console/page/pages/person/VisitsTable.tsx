import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatDay } from "../../parts/formatTime";
import { SilentRows } from "../../parts/SilentRows";
import type { Subject } from "./personFacts";

interface VisitsTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/** When the person was or is to be visited, and whether they have signed (N20-4). */
export function VisitsTable({ subject: { visits, policeCoverage }, onRetry }: VisitsTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <SilentRows coverage={visits ? policeCoverage : null} onRetry={onRetry} />
      {visits && (
        <DataTable
          rows={visits}
          rowKey={({ id }) => id}
          empty={t("visits.none")}
          columns={[
            {
              title: t("visits.planned"),
              render: (_, { plannedOn }) => <span className="number">{plannedOn}</span>,
            },
            {
              title: t("visits.met"),
              render: (_, { metOn }) => <span className="number">{formatDay(metOn)}</span>,
            },
            {
              title: t("visits.status"),
              render: (_, { status }) => <EnumTag of="VisitStatus" value={status} />,
            },
            {
              title: t("visits.commitment"),
              render: (_, { commitmentReference }) => (
                <span className="number">{commitmentReference ?? "—"}</span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

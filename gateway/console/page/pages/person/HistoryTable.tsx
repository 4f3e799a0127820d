import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/DataTable";
import { joinCoverage } from "../../parts/coverage";
import { formatDay } from "../../parts/formatTime";
import { SilentRows } from "../../parts/SilentRows";
import { personEvents } from "./personEvents";
import type { Subject } from "./personFacts";

interface HistoryTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/** One story out of all registers, newest first. */
export function HistoryTable({ subject, onRetry }: HistoryTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <SilentRows coverage={joinCoverage(subject)} onRetry={onRetry} />
      {[subject.phoneLines, subject.accounts].some(list => list && list.nodes.length < list.totalCount) && (
        <p className="amber">{t("history.part")}</p>
      )}
      <DataTable
        rows={personEvents(subject)}
        rowKey={event => event.id}
        empty={t("history.none")}
        columns={[
          {
            title: t("history.day"),
            width: 110,
            render: (_, { on }) => <span className="number">{formatDay(on)}</span>,
          },
          { title: t("history.what"), render: (_, { kind }) => t(`history.${kind}`) },
          { title: t("history.which"), render: (_, { what }) => <span className="number">{what}</span> },
          { title: t("fact.source"), render: (_, { source }) => source },
        ]}
      />
    </>
  );
}

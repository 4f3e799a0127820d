import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatMinute } from "../../parts/formatTime";
import { SilentRows } from "../../parts/SilentRows";
import { ObjectionFacts } from "../objections/ObjectionFacts";
import type { Subject } from "./personFacts";

interface OwnObjectionsTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/** What the person has objected to, by when it is decided, and what came of it. */
export function OwnObjectionsTable({ subject, onRetry }: OwnObjectionsTableProps): ReactNode {
  const { t } = useTranslation();
  const { objections, policeCoverage } = subject;
  const now = new Date().toISOString();
  return (
    <>
      <SilentRows coverage={objections ? policeCoverage : null} onRetry={onRetry} />
      {objections && (
        <DataTable
          rows={objections}
          rowKey={({ id }) => id}
          empty={t("objections.noneFiled")}
          columns={[
            {
              title: t("objections.target"),
              render: (_, { target }) => t(`enums.ObjectionTarget.${target}`),
            },
            { title: t("objections.grounds"), render: (_, { grounds }) => grounds },
            {
              title: t("objections.filed"),
              render: (_, { filedAt }) => <span className="number">{formatMinute(filedAt)}</span>,
            },
            {
              title: t("objections.decidedBy"),
              render: (_, { status, dueAt }) => (
                <span className={status === "FILED" && dueAt < now ? "number amber" : "number"}>
                  {formatMinute(dueAt)}
                </span>
              ),
            },
            {
              title: t("orders.status"),
              render: (_, { status }) => <EnumTag of="ObjectionStatus" value={status} />,
            },
          ]}
          sheet={one => ({
            title: t(`enums.ObjectionTarget.${one.target}`),
            body: <ObjectionFacts objection={one} />,
          })}
        />
      )}
    </>
  );
}

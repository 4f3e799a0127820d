import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/DataTable";
import { formatDay } from "../../parts/formatTime";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";
import { ObjectButton } from "./ObjectButton";
import type { Subject } from "./personFacts";

interface BlacklistTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/**
 * Where a carrier has put the person on its blacklist and why; the person objects to each entry. The entries are the
 * register's own: whether a carrier has answered with its lines says nothing of them.
 */
export function BlacklistTable({ subject, onRetry }: BlacklistTableProps): ReactNode {
  const { t } = useTranslation();
  const { may, caller } = useSession();
  const { blacklistEntries } = subject;
  return (
    <>
      {!blacklistEntries && <SilentRows coverage={null} onRetry={onRetry} />}
      {blacklistEntries && (
        <DataTable
          rows={blacklistEntries}
          rowKey={({ id }) => id}
          empty={t(caller.institution === null ? "blacklist.none" : "blacklist.noneOwn")}
          columns={[
            { title: t("line.carrier"), render: (_, { imposedBy }) => imposedBy.name },
            { title: t("blacklist.reason"), render: (_, { reason }) => reason },
            {
              title: t("blacklist.from"),
              render: (_, { startsOn }) => <span className="number">{startsOn}</span>,
            },
            {
              title: t("blacklist.to"),
              render: (_, { endsOn }) => <span className="number">{endsOn ?? t("fact.openEnd")}</span>,
            },
            {
              title: t("blacklist.lifted"),
              render: (_, { liftedAt }) => <span className="number">{formatDay(liftedAt)}</span>,
            },
            {
              title: "",
              render: (_, { id, liftedAt }) =>
                may("self:dispute") &&
                liftedAt === null && <ObjectButton target="BLACKLIST_ENTRY" targetId={id} onDone={onRetry} />,
            },
          ]}
        />
      )}
    </>
  );
}

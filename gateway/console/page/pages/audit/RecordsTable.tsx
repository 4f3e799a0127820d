import type { TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AccessRecordsQuery } from "../../../generated/operations";
import { auditNumberOf } from "../../frame/AuditLine";
import { DataTable } from "../../parts/DataTable";
import { Facts } from "../../parts/Facts";
import { formatDay, formatMinute } from "../../parts/formatTime";
import { useInstitutionNames } from "../../parts/useInstitutionNames";

type AccessRecord = NonNullable<AccessRecordsQuery["accessRecords"]>["nodes"][number];

interface RecordsTableProps {
  readonly records: readonly AccessRecord[];
  /** A person sees of each look what they may: institution, purpose and day. */
  readonly isSelf: boolean;
}

/** Looks, one a row; whoever may see more than institution, purpose and day opens the whole record. */
export function RecordsTable({ records, isSelf }: RecordsTableProps): ReactNode {
  const { t } = useTranslation();
  const { names, isLoading } = useInstitutionNames();
  return (
    <div aria-busy={isLoading}>
      <DataTable<AccessRecord>
        rows={records}
        rowKey={record => `${record.chain} ${record.sequence} ${record.at} ${record.institution}`}
        empty={t("records.none")}
        columns={useColumns(isSelf, names)}
        {...(isSelf
          ? {}
          : { sheet: record => ({ title: auditNumberOf(record), body: <RecordSheet record={record} /> }) })}
      />
    </div>
  );
}

function useColumns(isSelf: boolean, names: ReadonlyMap<string, string>): TableColumnsType<AccessRecord> {
  const { t } = useTranslation();
  const forAuditors = (columns: TableColumnsType<AccessRecord>): TableColumnsType<AccessRecord> =>
    isSelf ? [] : columns;
  return [
    {
      title: t("records.at"),
      render: (_, { at }) => <span className="number">{isSelf ? formatDay(at) : formatMinute(at)}</span>,
    },
    {
      title: t("records.institution"),
      // Who belongs to no institution of the directory stands under its kind.
      render: (_, { institution }) =>
        names.get(institution) ?? t(`enums.CallerKind.${institution}`, { defaultValue: institution }),
    },
    ...forAuditors([{ title: t("records.caller"), render: (_, { caller }) => caller }]),
    {
      title: t("purpose.purpose"),
      render: (_, { purpose }) =>
        purpose === "" ? "—" : t(`enums.Purpose.${purpose}`, { defaultValue: purpose }),
    },
    {
      title: t("purpose.reference"),
      render: (_, { reference }) => <span className="number">{reference ?? "—"}</span>,
    },
    ...forAuditors([
      { title: t("records.operation"), render: (_, { operation }) => operation },
      {
        title: t("records.people"),
        align: "right",
        render: (_, { subjectIds }) => <span className="number">{subjectIds.length}</span>,
      },
      {
        title: t("records.outcome"),
        render: (_, { outcome, fieldsDenied }) => (
          <span className={outcome === "OK" ? undefined : "amber"}>
            {t(`records.outcomes.${outcome}`, {
              defaultValue: t(`fault.${outcome}.what`, { defaultValue: outcome }),
            })}
            {fieldsDenied.length > 0 && ` · ${t("records.deniedFields", { count: fieldsDenied.length })}`}
          </span>
        ),
      },
    ]),
  ];
}

function RecordSheet({ record }: { readonly record: AccessRecord }): ReactNode {
  const { t } = useTranslation();
  const { fieldsReturned, fieldsDenied, servedFromCache, subjectIds, hash } = record;
  return (
    <Facts
      rows={[
        [t("records.fields"), fieldsReturned.join(" · ")],
        [t("records.refused"), fieldsDenied.join(" · ") || t("fact.none")],
        [t("records.cached"), servedFromCache.join(" · ") || t("fact.none")],
        [
          t("records.tokens"),
          subjectIds.length === 0
            ? t("fact.none")
            : subjectIds.map(id => (
                <div key={id} className="number">
                  {id}
                </div>
              )),
        ],
        [
          t("records.hash"),
          <span key="hash" className="number">
            {hash}
          </span>,
        ],
      ]}
    />
  );
}

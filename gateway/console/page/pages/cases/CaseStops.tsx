import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/DataTable";
import { formatMinute } from "../../parts/formatTime";
import type { Case } from "./CasePage";

/** The emergency stop-payments of a case, each the first or second of its account, and those that stopped nothing. */
export function CaseStops({ stops }: { readonly stops: Case["stopPayments"] }): ReactNode {
  const { t } = useTranslation();
  return (
    <DataTable
      rows={stops}
      rowKey={({ id }) => id}
      empty={t("cases.noStop")}
      columns={[
        {
          title: t("account.number"),
          render: (_, { account }) =>
            account === null ? (
              <span className="amber">{t("money.unknown")}</span>
            ) : (
              <>
                {account.institution.name} <span className="number">{account.maskedNumber}</span>
              </>
            ),
        },
        {
          title: t("cases.stopFrom"),
          render: (_, { startsAt }) => <span className="number">{formatMinute(startsAt)}</span>,
        },
        {
          title: t("cases.stopTo"),
          render: (_, { endsAt }) => <span className="number">{formatMinute(endsAt)}</span>,
        },
        {
          title: t("cases.stopSequence"),
          align: "right",
          render: (_, { sequence }) => <span className="number">{sequence}</span>,
        },
        {
          title: "",
          render: (_, { mismatchedAt }) =>
            mismatchedAt !== null && (
              <span className="amber">{t("cases.stopMismatch", { at: formatMinute(mismatchedAt) })}</span>
            ),
        },
      ]}
    />
  );
}

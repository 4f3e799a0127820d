import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { readCoverage } from "../../parts/coverage";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatDay } from "../../parts/formatTime";
import { NotAnswered } from "../../parts/NotAnswered";
import { NothingHeld } from "../../parts/NothingHeld";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";
import { AccountSheet } from "./AccountSheet";
import type { Account, Subject } from "./personFacts";

interface AccountsTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
  /** Leads on where there are more than one page holds. */
  readonly steps: ReactNode;
}

/** Bank and payment accounts held under the document; a phone of somebody else's stands out. */
export function AccountsTable({ subject, onRetry, steps }: AccountsTableProps): ReactNode {
  const { t } = useTranslation();
  const { may } = useSession();
  const { accounts, bankingCoverage } = subject;
  const asOf = new Map(bankingCoverage?.map(one => [one.institution.code, one.asOf]));
  return (
    <>
      <SilentRows coverage={accounts ? bankingCoverage : null} onRetry={onRetry} />
      {accounts && (
        <DataTable
          rows={accounts.nodes}
          rowKey={account => account.id}
          empty={<NothingHeld coverage={bankingCoverage} />}
          columns={[
            {
              title: t("account.number"),
              render: (_, { number, maskedNumber }) => (
                <span className="number">{number ?? maskedNumber}</span>
              ),
            },
            { title: t("account.institution"), render: (_, { institution }) => institution.name },
            {
              title: t("account.kind"),
              render: (_, { kind, accountClass }) =>
                `${t(`enums.AccountKind.${kind}`)}${accountClass ? ` ${t(`enums.AccountClass.${accountClass}`)}` : ""}`,
            },
            {
              title: t("account.status"),
              render: (_, { status }) => <EnumTag of="AccountStatus" value={status} />,
            },
            {
              title: t("account.opened"),
              render: (_, { openedOn }) => <span className="number">{formatDay(openedOn)}</span>,
            },
            ...(may("link:read")
              ? [
                  {
                    title: t("account.phone"),
                    render: (_: unknown, account: Account) => (
                      <ReservedPhone account={account} subject={subject} />
                    ),
                  },
                ]
              : []),
            {
              title: t("fact.asOf"),
              render: (_, { institution }) => (
                <span className="number quiet">{formatDay(asOf.get(institution.code))}</span>
              ),
            },
          ]}
          sheet={account => ({
            title: (
              <>
                {account.institution.name}{" "}
                <span className="number">{account.number ?? account.maskedNumber}</span>
              </>
            ),
            body: <AccountSheet subject={subject} account={account} onRetry={onRetry} />,
          })}
        />
      )}
      {steps}
    </>
  );
}

function ReservedPhone({
  account,
  subject,
}: {
  readonly account: Account;
  readonly subject: Subject;
}): ReactNode {
  const { t } = useTranslation();
  const phone = account.reservedPhone;
  // Whose phone it is, the telecom register tells: without it nobody knows that it is their own.
  const isSilent = readCoverage(subject.telecomCoverage ?? []).answered.length === 0;
  if (phone === null || phone === undefined) return isSilent ? <NotAnswered register="telecom" /> : "—";
  const isAnothers = phone.holder !== null && phone.holder.id !== subject.id;
  return (
    <>
      <span className="number">{phone.number}</span>
      {phone.holder === null && isSilent && <NotAnswered register="telecom" />}
      {isAnothers && (
        <>
          {" "}
          <span className="anothers">{t("account.anothers")}</span>{" "}
          <Link to={`/person/${phone.holder?.id ?? ""}`}>{phone.holder?.telecomIdentity?.name}</Link>
        </>
      )}
    </>
  );
}

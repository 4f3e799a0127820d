import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatDay } from "../../parts/formatTime";
import { SilentRows } from "../../parts/SilentRows";
import type { AccountLink, Subject } from "./personFacts";

interface LinkedTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/** Accounts of others that are tied to this person, and by what. */
export function LinkedTable({ subject, onRetry }: LinkedTableProps): ReactNode {
  const { t } = useTranslation();
  const { linkedAccounts, bankingCoverage } = subject;
  return (
    <>
      <SilentRows coverage={linkedAccounts ? bankingCoverage : null} onRetry={onRetry} />
      {linkedAccounts?.truncated === true && <p className="quiet">{t("linked.truncated")}</p>}
      {linkedAccounts && (
        <DataTable
          rows={linkedAccounts.nodes}
          rowKey={keyOf}
          empty={t("linked.none")}
          columns={[
            {
              title: t("linked.holder"),
              render: (_, { holder }) =>
                holder && (
                  <Link to={`/person/${holder.id}`}>{holder.bankingIdentity?.name ?? t("who.unnamed")}</Link>
                ),
            },
            { title: t("linked.by"), render: (_, { kind }) => t(`enums.LinkKind.${kind}`) },
            {
              title: t("linked.evidence"),
              render: (_, { evidence }) => <span className="number">{evidence[0]?.value}</span>,
            },
            { title: t("account.institution"), render: (_, { account }) => account?.institution.name },
            {
              title: t("account.number"),
              render: (_, { account }) => <span className="number">{account?.maskedNumber}</span>,
            },
            {
              title: t("account.status"),
              render: (_, { account }) => account && <EnumTag of="AccountStatus" value={account.status} />,
            },
            {
              title: t("linked.lastSeen"),
              render: (_, { evidence }) => <span className="number">{formatDay(evidence[0]?.lastSeen)}</span>,
            },
          ]}
          sheet={link => ({ title: t(`enums.LinkKind.${link.kind}`), body: <Evidence link={link} /> })}
        />
      )}
    </>
  );
}

function Evidence({ link }: { readonly link: AccountLink }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t("linked.path")}</p>
      <ol>
        {link.evidence.map(({ kind, value, firstSeen, lastSeen }, index) => (
          <li key={index}>
            {t(`enums.LinkKind.${kind}`)} <span className="number">{value}</span>{" "}
            <span className="quiet number">
              {formatDay(firstSeen)} — {formatDay(lastSeen)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function keyOf({ kind, account, evidence }: AccountLink): string {
  return `${kind} ${account?.id ?? ""} ${evidence[0]?.value ?? ""}`;
}

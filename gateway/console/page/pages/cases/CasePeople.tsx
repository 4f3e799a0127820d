import { Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatDay } from "../../parts/formatTime";
import { NotAnswered } from "../../parts/NotAnswered";
import { useSession } from "../../session/session";
import { mayRecognise } from "../sanctions/mayRecognise";
import type { Case } from "./CasePage";
import { ConfirmSubject } from "./ConfirmSubject";
import { InvolvementActs } from "./InvolvementActs";
import { isLeadOf } from "./isLeadOf";

type Involvement = NonNullable<Case["involvements"]>["nodes"][number];

interface CasePeopleProps {
  readonly found: Case;
  readonly involvements: readonly Involvement[];
  /** Whether the banks' register, which knows the names, has not answered. */
  readonly namesAreSilent: boolean;
  readonly onDone: () => void;
}

/** Who and what is in a case; its lead confirms it, and only who is confirmed can be looked at or sanctioned. */
export function CasePeople({ found, involvements, namesAreSilent, onDone }: CasePeopleProps): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const isLead = isLeadOf(session, found);
  const recognises = mayRecognise(session) && found.status === "OPEN";
  return (
    <DataTable
      rows={involvements}
      rowKey={one => one.id}
      empty={t("cases.nobody")}
      columns={[
        { title: t("cases.who"), render: (_, one) => <Involved one={one} namesAreSilent={namesAreSilent} /> },
        { title: t("involvement.role"), render: (_, one) => t(`enums.InvolvementRole.${one.role}`) },
        {
          title: t("involvement.standing"),
          render: (_, one) => <EnumTag of="InvolvementStanding" value={one.standing} />,
        },
        {
          title: t("sanction.conduct"),
          render: (_, one) => one.conduct && t(`enums.Conduct.${one.conduct}`),
        },
        { title: t("involvement.confirmed"), render: (_, one) => <Confirmed one={one} /> },
        {
          title: t("involvement.recognised"),
          render: (_, one) => <span className="number">{formatDay(one.recognisedOn)}</span>,
        },
        {
          title: "",
          render: (_, one) => (
            <Space wrap>
              {isLead && one.standing !== "WITHDRAWN" && (
                <ConfirmSubject
                  caseNumber={found.number}
                  involvementId={one.id}
                  isConfirmed={one.confirmedAt !== null}
                  onDone={onDone}
                />
              )}
              <InvolvementActs found={found} one={one} onDone={onDone} />
              {recognises && one.subject && one.confirmedAt !== null && one.role !== "VICTIM" && (
                <Link to={`/cases/${found.number}/recognise/${one.subject.id}`}>{t("nav.recognise")}</Link>
              )}
            </Space>
          ),
        },
      ]}
    />
  );
}

/** Of what is not confirmed it is said: nobody can look at them yet, nor ask a bank for the statement. */
function Confirmed({ one: { confirmedAt, standing } }: { readonly one: Involvement }): ReactNode {
  const { t } = useTranslation();
  const isWaiting = confirmedAt === null && standing !== "WITHDRAWN";
  if (isWaiting) return <span className="amber">{t("involvement.unconfirmed")}</span>;
  return <span className="number">{formatDay(confirmedAt)}</span>;
}

interface InvolvedProps {
  readonly one: Involvement;
  readonly namesAreSilent: boolean;
}

function Involved({ one: { subject, account, line }, namesAreSilent }: InvolvedProps): ReactNode {
  const { t } = useTranslation();
  const name = subject?.bankingIdentity?.name;
  return (
    <>
      {subject && <Link to={`/person/${subject.id}`}>{name ?? t("cases.person")}</Link>}{" "}
      {subject && name === undefined && namesAreSilent && <NotAnswered register="banking" />}
      {account && (
        <span className="quiet">
          {account.institution.name} <span className="number">{account.maskedNumber}</span>
        </span>
      )}
      {line &&
        (line.number === null ? (
          <NotAnswered register="telecom" />
        ) : (
          <span className="number quiet">{line.number}</span>
        ))}
      {!subject && !account && !line && <span className="amber">{t("fact.notAnswered")}</span>}
    </>
  );
}

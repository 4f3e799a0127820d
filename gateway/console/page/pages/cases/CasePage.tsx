import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { CaseDetails, type CaseDetailsQuery } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { formatDay } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { mayRecognise } from "../sanctions/mayRecognise";

type Case = NonNullable<CaseDetailsQuery["case"]>;
type Involvement = NonNullable<Case["involvements"]>["nodes"][number];

/** A case: how far it is, who works on it, and who and what is in it. */
export function CasePage(): ReactNode {
  const { t } = useTranslation();
  const { number = "" } = useParams();
  const answered = useAnswer(CaseDetails, { number });
  return (
    <AnswerBox answered={answered}>
      {data => (data.case ? <CaseView found={data.case} /> : <p>{t("cases.notFound")}</p>)}
    </AnswerBox>
  );
}

function CaseView({ found }: { readonly found: Case }): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { purpose, choosePurpose } = session;
  const isOpenFor = mayRecognise(session) && found.status === "OPEN";
  const isPurpose = purpose?.reference === found.number;
  return (
    <>
      <h1>
        {found.title} <span className="number quiet">{found.number}</span>
      </h1>
      <div className="person">
        <aside>
          <section className="who">
            <Facts
              rows={[
                [t("cases.status"), <EnumTag key="status" of="CaseStatus" value={found.status} />],
                [t("cases.authority"), found.authority.name],
                [t("cases.opened"), found.openedOn],
                [t("cases.lead2"), officerName(found.lead)],
                [t("cases.officers"), found.officers.map(officerName).join("、")],
                [
                  t("cases.stage"),
                  found.stages.map(stage => (
                    <div key={stage.name}>
                      {t(`enums.CaseStageName.${stage.name}`, { defaultValue: stage.name })}{" "}
                      <span className="number">{stage.enteredOn}</span>
                    </div>
                  )),
                ],
              ]}
            />
            {!isPurpose && found.status === "OPEN" && (
              <Button
                type="primary"
                size="small"
                onClick={() => choosePurpose({ purpose: "CASE", reference: found.number })}
              >
                {t("cases.workOn")}
              </Button>
            )}
          </section>
        </aside>
        <section>
          <h2>{t("cases.people")}</h2>
          {!isPurpose && <p className="quiet">{t("cases.purposeFirst")}</p>}
          <DataTable
            rows={found.involvements?.nodes ?? []}
            rowKey={one => one.id}
            empty={t("cases.nobody")}
            columns={[
              { title: t("cases.who"), render: (_, one) => <Involved one={one} /> },
              { title: t("involvement.role"), render: (_, one) => t(`enums.InvolvementRole.${one.role}`) },
              {
                title: t("involvement.standing"),
                render: (_, one) => <EnumTag of="InvolvementStanding" value={one.standing} />,
              },
              {
                title: t("sanction.conduct"),
                render: (_, one) => one.conduct && t(`enums.Conduct.${one.conduct}`),
              },
              {
                title: t("involvement.confirmed"),
                render: (_, one) => <span className="number">{formatDay(one.confirmedAt)}</span>,
              },
              {
                title: t("involvement.recognised"),
                render: (_, one) => <span className="number">{formatDay(one.recognisedOn)}</span>,
              },
              {
                title: "",
                render: (_, { subject, confirmedAt }) =>
                  isOpenFor &&
                  subject &&
                  confirmedAt !== null && (
                    <Link to={`/cases/${found.number}/recognise/${subject.id}`}>{t("nav.recognise")}</Link>
                  ),
              },
            ]}
          />
        </section>
      </div>
    </>
  );
}

function Involved({ one }: { readonly one: Involvement }): ReactNode {
  const { t } = useTranslation();
  const { subject, account, line } = one;
  return (
    <>
      {subject && (
        <Link to={`/person/${subject.id}`}>{subject.bankingIdentity?.name ?? t("cases.person")}</Link>
      )}{" "}
      {account && (
        <span className="quiet">
          {account.institution.name} <span className="number">{account.maskedNumber}</span>
        </span>
      )}
      {line && <span className="number quiet">{line.number}</span>}
    </>
  );
}

/** An officer is known by issuer and name; among officers of one issuer the name is enough. */
function officerName(id: string): string {
  return id.split("/").at(-1) ?? id;
}

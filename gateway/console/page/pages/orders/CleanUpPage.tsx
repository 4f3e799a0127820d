import type { TableColumnsType } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccountCleanUp, LineCleanUp } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";

interface Entry {
  readonly id: string;
  readonly name: string | null | undefined;
  readonly masked: string | undefined;
  readonly held: number;
  readonly above: number;
}

const PAGE = 100;
type PageInfo = Parameters<typeof PageSteps>[0]["pageInfo"];

/** Who holds more than the notices allow at this institution, the most above it first. */
export function CleanUpPage(): ReactNode {
  const { t } = useTranslation();
  const { caller, may, standing } = useSession();
  const house = caller.institution?.code ?? "";
  const isCarrier = caller.sector === "TELECOM";
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const seesIdentity = may("identity:read");
  const asked = { seesIdentity, after: cursors.at(-1) ?? null };
  const accounts = useAnswer(AccountCleanUp, isCarrier ? null : { institution: house, ...asked }, standing);
  const lines = useAnswer(LineCleanUp, isCarrier ? { carrier: house, ...asked } : null, standing);
  const steps = (pageInfo: PageInfo): ReactNode => (
    <PageSteps cursors={cursors} size={PAGE} pageInfo={pageInfo} onChange={setCursors} />
  );
  return (
    <>
      <h1>{t("cleanUp.heading")}</h1>
      <p className="quiet">{t(isCarrier ? "cleanUp.lines" : "cleanUp.cards")}</p>
      {isCarrier ? (
        <AnswerBox answered={lines}>
          {({ cleanUpList }) => (
            <>
              <Entries
                seesIdentity={seesIdentity}
                rows={(cleanUpList?.nodes ?? []).map(({ subject, active, above }) => ({
                  id: subject.id,
                  name: subject.telecomIdentity?.name,
                  masked: subject.telecomIdentity?.maskedNumber,
                  held: active,
                  above,
                }))}
              />
              {steps(cleanUpList?.pageInfo)}
            </>
          )}
        </AnswerBox>
      ) : (
        <AnswerBox answered={accounts}>
          {({ accountCleanUpList }) => (
            <>
              <Entries
                seesIdentity={seesIdentity}
                rows={(accountCleanUpList?.nodes ?? []).map(({ subject, cards, above }) => ({
                  id: subject.id,
                  name: subject.bankingIdentity?.name,
                  masked: subject.bankingIdentity?.maskedNumber,
                  held: cards,
                  above,
                }))}
              />
              {steps(accountCleanUpList?.pageInfo)}
            </>
          )}
        </AnswerBox>
      )}
    </>
  );
}

interface EntriesProps {
  readonly rows: readonly Entry[];
  readonly seesIdentity: boolean;
}

function Entries({ rows, seesIdentity }: EntriesProps): ReactNode {
  const { t } = useTranslation();
  const whose: TableColumnsType<Entry> = [
    { title: t("cleanUp.holder"), render: (_, { name }) => name ?? "—" },
    {
      title: t("cleanUp.document"),
      render: (_, { masked }) => <span className="number">{masked ?? "—"}</span>,
    },
  ];
  return (
    <DataTable
      rows={[...rows].sort((a, b) => b.above - a.above)}
      rowKey={row => row.id}
      empty={t("cleanUp.none")}
      columns={[
        ...(seesIdentity ? whose : []),
        {
          title: t("cleanUp.held"),
          align: "right",
          render: (_, { held }) => <span className="number">{held}</span>,
        },
        {
          title: t("cleanUp.above"),
          align: "right",
          render: (_, { above }) => <b className="number amber">{above}</b>,
        },
      ]}
    />
  );
}

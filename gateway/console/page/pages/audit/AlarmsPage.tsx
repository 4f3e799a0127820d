import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AlarmsAndChains, type AlarmsAndChainsQuery } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { formatMinute } from "../../parts/formatTime";
import { PageSteps } from "../../parts/PageSteps";

const PAGE = 100;
const MONTH_MS = 30 * 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Whether the records are whole, and what was out of the ordinary. */
export function AlarmsPage(): ReactNode {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const answered = useAnswer(AlarmsAndChains, {
    after: cursors.at(-1) ?? null,
    from: new Date(now - MONTH_MS).toISOString(),
    to: new Date(now + DAY_MS).toISOString(),
  });
  return (
    <>
      <h1>{t("nav.alarms")}</h1>
      <AnswerBox answered={answered}>
        {({ alarms, auditChains }) => (
          <>
            {auditChains === null ? <Silent /> : <Chains chains={auditChains} />}
            <h2>{t("alarms.heading")}</h2>
            {alarms === null ? <Silent /> : <Alarms alarms={alarms.nodes} />}
            <PageSteps cursors={cursors} size={PAGE} pageInfo={alarms?.pageInfo} onChange={setCursors} />
          </>
        )}
      </AnswerBox>
    </>
  );
}

function Silent(): ReactNode {
  const { t } = useTranslation();
  return <p className="amber">{t("coverage.registerSilent")}</p>;
}

function Chains({
  chains,
}: {
  readonly chains: NonNullable<AlarmsAndChainsQuery["auditChains"]>;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {chains.length > 0 && (
        <div className="verdict" role="status">
          <ChainVerdict bad={chains.filter(({ intact }) => !intact).length} all={chains.length} />
        </div>
      )}
      <DataTable
        rows={chains}
        rowKey={chain => chain.chain}
        empty={t("chains.none")}
        columns={[
          {
            title: t("chains.chain"),
            render: (_, { chain }) => <span className="number">{chain}</span>,
          },
          {
            title: t("chains.length"),
            align: "right",
            render: (_, { length }) => <span className="number">{length}</span>,
          },
          {
            title: t("chains.checkpoint"),
            render: (_, { lastCheckpointAt }) => (
              <span className="number">{formatMinute(lastCheckpointAt)}</span>
            ),
          },
          {
            title: t("chains.state"),
            render: (_, { intact, firstBadSequence }) => (
              <span className={intact ? undefined : "red"}>
                {intact ? t("chains.intact") : t("chains.bad", { sequence: firstBadSequence ?? "?" })}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Alarms({
  alarms,
}: {
  readonly alarms: NonNullable<AlarmsAndChainsQuery["alarms"]>["nodes"];
}): ReactNode {
  const { t } = useTranslation();
  return (
    <DataTable
      rows={alarms}
      rowKey={alarm => alarm.id}
      empty={t("alarms.none")}
      columns={[
        {
          title: t("records.at"),
          render: (_, { at }) => <span className="number">{formatMinute(at)}</span>,
        },
        { title: t("alarms.kind"), render: (_, { kind }) => t(`enums.AlarmKind.${kind}`) },
        { title: t("records.caller"), render: (_, { caller }) => caller ?? "—" },
        { title: t("records.institution"), render: (_, { institution }) => institution ?? "—" },
        {
          title: t("alarms.count"),
          align: "right",
          render: (_, { count }) => <span className="number">{count}</span>,
        },
      ]}
    />
  );
}

function ChainVerdict({ bad, all }: { readonly bad: number; readonly all: number }): ReactNode {
  const { t } = useTranslation();
  if (bad > 0) return <span className="verdict-red">{t("chains.someBad", { count: bad, all })}</span>;
  return <span className="verdict-none">{t("chains.allIntact", { count: all })}</span>;
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/session";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { SilentRows } from "../../parts/SilentRows";
import { Link } from "react-router";
import { mayRecognise } from "../sanctions/mayRecognise";
import { SanctionActs } from "../sanctions/SanctionActs";
import { ExecutionTable } from "./ExecutionTable";
import { MeasureList } from "./MeasureList";
import { ObjectButton } from "./ObjectButton";
import type { Sanction, Subject } from "./personFacts";

interface SanctionsTableProps {
  readonly subject: Subject;
  readonly onRetry: () => void;
}

/** What has been recognised against the person, by whom, and what it brings. */
export function SanctionsTable({ subject, onRetry }: SanctionsTableProps): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { purpose } = session;
  const { sanctions, policeCoverage } = subject;
  return (
    <>
      {mayRecognise(session) && purpose?.purpose === "CASE" && (
        <p className="not-printed">
          <Link to={`/cases/${purpose.reference ?? ""}/recognise/${subject.id}`}>{t("nav.recognise")}</Link>
        </p>
      )}
      <SilentRows coverage={sanctions ? policeCoverage : null} onRetry={onRetry} />
      {sanctions && (
        <DataTable
          rows={sanctions}
          rowKey={sanction => sanction.id}
          empty={t("sanction.none")}
          columns={[
            {
              title: t("sanction.status"),
              render: (_, { status }) => <EnumTag of="SanctionStatus" value={status} />,
            },
            { title: t("sanction.conduct"), render: (_, { conduct }) => t(`enums.Conduct.${conduct}`) },
            { title: t("sanction.recognisedBy"), render: (_, { recognisedBy }) => recognisedBy.name },
            {
              title: t("sanction.recognisedOn"),
              render: (_, { recognisedOn }) => <span className="number">{recognisedOn}</span>,
            },
            {
              title: t("sanction.until"),
              render: (_, { measures }) => (
                <span className="number">
                  {measures
                    .map(({ endsOn }) => endsOn)
                    .sort()
                    .at(-1)}
                </span>
              ),
            },
            {
              title: t("sanction.version"),
              render: (_, { ruleVersion }) => (
                <span className="quiet">{t(`enums.RuleVersion.${ruleVersion}`)}</span>
              ),
            },
          ]}
          sheet={sanction => ({
            title: t(`enums.Conduct.${sanction.conduct}`),
            body: <SanctionSheet sanction={sanction} onRetry={onRetry} />,
          })}
        />
      )}
    </>
  );
}

interface SanctionSheetProps {
  readonly sanction: Sanction;
  readonly onRetry: () => void;
}

function SanctionSheet({ sanction, onRetry }: SanctionSheetProps): ReactNode {
  const { t } = useTranslation();
  const { may } = useSession();
  const { notice, measures, objections } = sanction;
  return (
    <>
      <SanctionActs sanction={sanction} onDone={onRetry} />
      <p className="quiet">
        {t("sanction.number")} <span className="number">{sanction.id}</span>
      </p>
      <h3>{t("sanction.measures")}</h3>
      <MeasureList measures={measures} />
      <h3>{t("sanction.execution")}</h3>
      <ExecutionTable accounts={sanction.accountExecution} lines={sanction.lineExecution} />
      <h3>{t("sanction.notice")}</h3>
      <p className="number">
        {notice.servedOn === null ? t("sanction.notServed") : `${t("sanction.servedOn")} ${notice.servedOn}`}
      </p>
      <p>{notice.reason}</p>
      <p>{notice.remedy}</p>
      <p>{notice.papers.join("；")}</p>
      <h3>{t("sanction.objections")}</h3>
      {may("objection:file") && ["RECOGNISED", "SERVED", "ACTIVE"].includes(sanction.status) && (
        <ObjectButton target="SANCTION" targetId={sanction.id} onDone={onRetry} />
      )}
      {objections.length === 0 && <p className="quiet">{t("fact.none")}</p>}
      {objections.map(({ id, status, grounds }) => (
        <p key={id}>
          <EnumTag of="ObjectionStatus" value={status} /> {grounds}
        </p>
      ))}
    </>
  );
}

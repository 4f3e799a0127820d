import { Alert } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ToldSanctions } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { FaultBox } from "../../parts/FaultBox";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { ExecutionTable } from "../person/ExecutionTable";
import { MeasureList } from "../person/MeasureList";
import { isOver } from "../sanctions/isOver";
import { ImposeMeasures, type Imposed } from "./ImposeMeasures";
import { newestOfEach, type ToldSanction } from "./newestOfEach";
import { useToldOf } from "./useToldOf";

const PAGE = 100;

/** What the telecom regulator decides on lines, and how far carriers have carried it out. No person is named here. */
export function TelecomMeasuresPage(): ReactNode {
  const { t } = useTranslation();
  const { standing } = useSession();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [imposed, setImposed] = useState<Imposed | null>(null);
  const answered = useAnswer(ToldSanctions, { after: cursors.at(-1) ?? null }, standing);
  // A sanction of which a part did not come is missing from the list: that is said, it is not an empty list.
  const fault = answered.answer?.faults[0];
  useToldOf(imposed?.id ?? null, answered);
  return (
    <>
      <h1>{t("nav.telecomMeasures")}</h1>
      <p className="quiet">{t("telecomMeasures.lead")}</p>
      <p>
        <ImposeMeasures sanctionId={null} onImposed={setImposed} onDone={answered.askAgain} />
      </p>
      {imposed !== null && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t("telecomMeasures.imposed")}
          description={<MeasureList measures={imposed.measures} />}
        />
      )}
      <h2>{t("telecomMeasures.told")}</h2>
      <AnswerBox answered={answered}>
        {({ policeChanges }) => (
          <>
            {fault !== undefined && <FaultBox fault={fault} onRetry={answered.askAgain} />}
            <Told
              sanctions={newestOfEach(policeChanges?.nodes ?? [])}
              onImposed={setImposed}
              onDone={answered.askAgain}
            />
            <PageSteps
              cursors={cursors}
              size={PAGE}
              pageInfo={policeChanges?.pageInfo}
              onChange={setCursors}
            />
          </>
        )}
      </AnswerBox>
    </>
  );
}

interface ToldProps {
  readonly sanctions: readonly ToldSanction[];
  readonly onImposed: (imposed: Imposed) => void;
  readonly onDone: () => void;
}

function Told({ sanctions, onImposed, onDone }: ToldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <DataTable
      rows={sanctions}
      rowKey={({ id }) => id}
      empty={t("telecomMeasures.noneTold")}
      columns={[
        {
          title: t("sanction.status"),
          render: (_, { status }) => <EnumTag of="SanctionStatus" value={status} />,
        },
        { title: t("sanction.conduct"), render: (_, { conduct }) => t(`enums.Conduct.${conduct}`) },
        { title: t("recognise.role"), render: (_, { role }) => t(`enums.SanctionedRole.${role}`) },
        { title: t("sanction.recognisedBy"), render: (_, { recognisedBy }) => recognisedBy.name },
        {
          title: t("sanction.recognisedOn"),
          render: (_, { recognisedOn }) => <span className="number">{recognisedOn}</span>,
        },
        {
          title: t("telecomMeasures.until"),
          render: (_, { measures }) => <span className="number">{lastDay(measures)}</span>,
        },
        {
          title: t("telecomMeasures.late"),
          align: "right",
          render: (_, { lineExecution }) => <Late execution={lineExecution} />,
        },
      ]}
      sheet={sanction => ({
        title: t(`enums.Conduct.${sanction.conduct}`),
        body: <Sheet sanction={sanction} onImposed={onImposed} onDone={onDone} />,
      })}
    />
  );
}

/** Orders to carriers whose time has passed; a register that is silent has not said that there are none. */
function Late({ execution }: { readonly execution: ToldSanction["lineExecution"] }): ReactNode {
  const { t } = useTranslation();
  if (execution === null) return <span className="amber">{t("fact.notAnswered")}</span>;
  const late = execution.reduce((sum, one) => sum + one.late + one.restoreLate, 0);
  return <span className={late > 0 ? "number amber" : "number"}>{late}</span>;
}

interface SheetProps extends Omit<ToldProps, "sanctions"> {
  readonly sanction: ToldSanction;
}

function Sheet({ sanction, onImposed, onDone }: SheetProps): ReactNode {
  const { t } = useTranslation();
  const { id, status, measures, lineExecution } = sanction;
  return (
    <>
      {!isOver(status) && <ImposeMeasures sanctionId={id} onImposed={onImposed} onDone={onDone} />}
      <p className="quiet">
        {t("telecomMeasures.sanction")} <span className="number">{id}</span>
      </p>
      <h3>{t("sanction.measures")}</h3>
      <MeasureList measures={measures} />
      <h3>{t("sanction.execution")}</h3>
      <ExecutionTable accounts={[]} lines={lineExecution} />
    </>
  );
}

function lastDay(measures: ToldSanction["measures"]): string {
  const days = measures.filter(({ sector, liftedAt }) => sector === "TELECOM" && liftedAt === null);
  return (
    days
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? "—"
  );
}

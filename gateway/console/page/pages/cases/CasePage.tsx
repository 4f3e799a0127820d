import { Button, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { CaseDetails, type CaseDetailsQuery } from "../../../generated/operations";
import { useAnswer, type Answered } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { PageSteps } from "../../parts/PageSteps";
import { PartFault } from "../../parts/PartFault";
import { useSession } from "../../session/session";
import { AddSubject } from "./AddSubject";
import { ApproveAccess } from "./ApproveAccess";
import { CasePeople } from "./CasePeople";
import { CaseStops } from "./CaseStops";
import { CloseCase } from "./CloseCase";
import { mayStop } from "./mayStop";
import { officerName } from "./officerName";
import { purposeOf } from "./purposeOf";
import { StopPaymentButton } from "./StopPaymentButton";

/** A case as the page shows it. */
export type Case = NonNullable<CaseDetailsQuery["case"]>;

const PAGE = 100;

/** A case: how far it is, who works on it, and who and what is in it. */
export function CasePage(): ReactNode {
  const { number = "" } = useParams();
  return <CaseAnswer key={number} number={number} />;
}

function CaseAnswer({ number }: { readonly number: string }): ReactNode {
  const { t } = useTranslation();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const answered = useAnswer(CaseDetails, { number, after: cursors.at(-1) ?? null }, purposeOf(number));
  return (
    <AnswerBox answered={answered}>
      {data =>
        data.case ? (
          <CaseView
            found={data.case}
            answered={answered}
            steps={
              <PageSteps
                cursors={cursors}
                size={PAGE}
                pageInfo={data.case.involvements?.pageInfo}
                onChange={setCursors}
              />
            }
          />
        ) : (
          <p>{t("cases.notFound")}</p>
        )
      }
    </AnswerBox>
  );
}

interface CaseViewProps {
  readonly found: Case;
  readonly answered: Answered<CaseDetailsQuery>;
  readonly steps: ReactNode;
}

function CaseView({ found, answered: { answer, askAgain }, steps }: CaseViewProps): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { purpose, may } = session;
  const isPurpose = purpose?.purpose === "CASE" && purpose.reference === found.number;
  return (
    <>
      <h1>
        {found.title} <span className="number quiet">{found.number}</span>
      </h1>
      <div className="person">
        <aside>
          <CaseFacts found={found} isPurpose={isPurpose} onDone={askAgain} />
        </aside>
        <section>
          <h2>{t("cases.people")}</h2>
          {!isPurpose && <p className="quiet">{t("cases.purposeFirst")}</p>}
          {isPurpose && found.status === "OPEN" && may("case:write") && (
            <Space className="not-printed">
              <AddSubject caseNumber={found.number} subjectId={null} onDone={askAgain} />
            </Space>
          )}
          {found.involvements === null ? (
            <PartFault faults={answer?.faults ?? []} part="involvements" onRetry={askAgain} />
          ) : (
            <CasePeople
              found={found}
              involvements={found.involvements.nodes}
              namesAreSilent={(answer?.sources["banking"] ?? "ANSWERED") !== "ANSWERED"}
              onDone={askAgain}
            />
          )}
          {steps}
          <h2>{t("cases.stops")}</h2>
          {found.status === "OPEN" && mayStop(session) && (
            <p className="not-printed">
              <StopPaymentButton caseNumber={found.number} onDone={askAgain} />
            </p>
          )}
          <CaseStops stops={found.stopPayments} />
        </section>
      </div>
    </>
  );
}

interface CaseFactsProps {
  readonly found: Case;
  readonly isPurpose: boolean;
  readonly onDone: () => void;
}

function CaseFacts({ found, isPurpose, onDone }: CaseFactsProps): ReactNode {
  const { t } = useTranslation();
  const { choosePurpose } = useSession();
  return (
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
      <Space wrap className="not-printed">
        {!isPurpose && found.status === "OPEN" && (
          <Button type="primary" size="small" onClick={() => choosePurpose(purposeOf(found.number))}>
            {t("cases.workOn")}
          </Button>
        )}
        <ApproveAccess found={found} />
        <CloseCase found={found} onDone={onDone} />
      </Space>
    </section>
  );
}

import { Segmented, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DecideObjection, Objections, type ObjectionsQueryVariables } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { ActionButton } from "../../parts/ActionButton";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { formatMinute } from "../../parts/formatTime";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { ObjectionFacts } from "./ObjectionFacts";

type Status = NonNullable<ObjectionsQueryVariables["status"]>;

const PAGE = 100;
const STATUSES: readonly Status[] = ["FILED", "CONFIRMED", "REJECTED"];

const ID_END = 8; // long enough to tell two objections apart

/** What the organ has to decide; one that is confirmed lifts everything at once. */
export function ObjectionsPage(): ReactNode {
  const { t } = useTranslation();
  const { ask, standing } = useSession();
  const [status, setStatus] = useState<Status>("FILED");
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const answered = useAnswer(Objections, { status, after: cursors.at(-1) ?? null }, standing);
  const now = new Date().toISOString();
  const decide = (objectionId: string, confirmed: boolean) => (decision: string) =>
    ask(DecideObjection, { input: { objectionId, confirmed, decision } }, { purpose: standing });
  return (
    <>
      <h1>{t("nav.objections")}</h1>
      <p>
        <Segmented
          size="small"
          value={status}
          options={STATUSES.map(value => ({ value, label: t(`enums.ObjectionStatus.${value}`) }))}
          onChange={chosen => {
            setStatus(chosen);
            setCursors([]);
          }}
        />
      </p>
      <AnswerBox answered={answered}>
        {({ objections }) => (
          <>
            <DataTable
              rows={objections?.nodes ?? []}
              rowKey={one => one.id}
              empty={t("objections.none")}
              columns={[
                {
                  title: t("orders.due"),
                  render: (_, one) => (
                    <span className={one.status === "FILED" && one.dueAt < now ? "number amber" : "number"}>
                      {formatMinute(one.dueAt)}
                    </span>
                  ),
                },
                {
                  title: t("objections.target"),
                  render: (_, one) => t(`enums.ObjectionTarget.${one.target}`),
                },
                {
                  title: t("sanction.conduct"),
                  render: (_, { sanction }) => sanction && t(`enums.Conduct.${sanction.conduct}`),
                },
                { title: t("objections.grounds"), render: (_, { grounds }) => grounds },
                {
                  title: t("objections.filed"),
                  render: (_, { filedAt }) => <span className="number">{formatMinute(filedAt)}</span>,
                },
                {
                  title: "",
                  render: (_, one) =>
                    one.status === "FILED" && (
                      <Space>
                        <ActionButton
                          label={t("objections.confirm")}
                          consequence={t("objections.confirmMeans")}
                          question={t("objections.decision")}
                          retype={one.sanction?.case?.number ?? one.id.slice(-ID_END)}
                          run={decide(one.id, true)}
                          onDone={answered.askAgain}
                        />
                        <ActionButton
                          label={t("objections.reject")}
                          consequence={t("objections.rejectMeans")}
                          question={t("objections.decision")}
                          run={decide(one.id, false)}
                          onDone={answered.askAgain}
                        />
                      </Space>
                    ),
                },
              ]}
              sheet={one => ({
                title: <EnumTag of="ObjectionStatus" value={one.status} />,
                body: <ObjectionFacts objection={one} />,
              })}
            />
            <PageSteps cursors={cursors} size={PAGE} pageInfo={objections?.pageInfo} onChange={setCursors} />
          </>
        )}
      </AnswerBox>
    </>
  );
}

import { Segmented, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  AbnormalFlags,
  VerifyFlag,
  type AbnormalFlagsQuery,
  type AbnormalFlagsQueryVariables,
} from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { ActionButton } from "../../parts/ActionButton";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { formatMinute } from "../../parts/formatTime";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { ReportCalls } from "./ReportCalls";

type Status = NonNullable<AbnormalFlagsQueryVariables["status"]>;

const PAGE = 100;
const STATUSES: readonly Status[] = ["REPORTED", "VERIFIED", "DISMISSED"];

/** The carrier's work list: what was observed on its lines, to be verified before anything is stopped. */
export function FlagsPage(): ReactNode {
  const { t } = useTranslation();
  const { caller, may, ask, standing } = useSession();
  const carrier = caller.institution?.code ?? "";
  const [status, setStatus] = useState<Status>("REPORTED");
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const answered = useAnswer(AbnormalFlags, { carrier, status, after: cursors.at(-1) ?? null }, standing);
  const verify = (flagId: string, confirmed: boolean) => (note: string) =>
    ask(VerifyFlag, { input: { flagId, confirmed, note } }, { purpose: standing });
  return (
    <>
      <h1>{t("flags.heading")}</h1>
      {may("flag:report") && <ReportCalls carrier={carrier} onDone={answered.askAgain} />}
      <p>
        <Segmented
          size="small"
          value={status}
          options={STATUSES.map(value => ({ value, label: t(`enums.FlagStatus.${value}`) }))}
          onChange={chosen => {
            setStatus(chosen);
            setCursors([]);
          }}
        />
      </p>
      <AnswerBox answered={answered}>
        {({ abnormalFlags }) => (
          <>
            <DataTable
              rows={abnormalFlags?.nodes ?? []}
              rowKey={flag => flag.id}
              empty={t("flags.none")}
              columns={[
                {
                  title: t("line.number"),
                  render: (_, { line }) => <span className="number">{line.number}</span>,
                },
                { title: t("flags.kind"), render: (_, { kind }) => t(`enums.AbnormalFlagKind.${kind}`) },
                {
                  title: t("flags.calls"),
                  align: "right",
                  render: (_, { callCount }) => <span className="number">{callCount ?? "—"}</span>,
                },
                {
                  title: t("flags.observed"),
                  render: (_, { observedFrom }) => (
                    <span className="number">{formatMinute(observedFrom)}</span>
                  ),
                },
                {
                  title: t("line.status"),
                  render: (_, { line }) => line.status && <EnumTag of="LineStatus" value={line.status} />,
                },
                {
                  title: "",
                  render: (_, flag) =>
                    flag.status === "REPORTED" &&
                    may("flag:verify") && (
                      <Space>
                        <ActionButton
                          label={t("flags.confirm")}
                          consequence={t("flags.confirmMeans")}
                          question={t("flags.note")}
                          run={verify(flag.id, true)}
                          onDone={answered.askAgain}
                        />
                        <ActionButton
                          label={t("flags.dismiss")}
                          consequence={t("flags.dismissMeans")}
                          question={t("flags.note")}
                          run={verify(flag.id, false)}
                          onDone={answered.askAgain}
                        />
                      </Space>
                    ),
                },
              ]}
              sheet={flag => ({
                title: `${t(`enums.AbnormalFlagKind.${flag.kind}`)} ${flag.line.number ?? ""}`,
                body: <FlagFacts flag={flag} />,
              })}
            />
            <PageSteps
              cursors={cursors}
              size={PAGE}
              pageInfo={abnormalFlags?.pageInfo}
              onChange={setCursors}
            />
          </>
        )}
      </AnswerBox>
    </>
  );
}

type Flag = NonNullable<AbnormalFlagsQuery["abnormalFlags"]>["nodes"][number];

function FlagFacts({ flag }: { readonly flag: Flag }): ReactNode {
  const { t } = useTranslation();
  return (
    <Facts
      rows={[
        [t("flags.observed"), `${formatMinute(flag.observedFrom)} — ${formatMinute(flag.observedTo)}`],
        [t("flags.reported"), formatMinute(flag.reportedAt)],
        [t("flags.calls"), flag.callCount],
        [t("flags.complaints"), flag.complaintCount],
        [t("flags.evidence"), flag.evidence],
        [t("flags.note"), flag.note],
      ]}
    />
  );
}

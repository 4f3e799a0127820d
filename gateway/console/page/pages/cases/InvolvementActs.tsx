import { Form, Input, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FreezeAccount, RecogniseInvolvement } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { today } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { mayRecognise } from "../sanctions/mayRecognise";
import type { Case } from "./CasePage";
import { mayStop } from "./mayStop";
import { purposeOf } from "./purposeOf";

interface InvolvementActsProps {
  readonly found: Case;
  readonly one: NonNullable<Case["involvements"]>["nodes"][number];
  readonly onDone: () => void;
}

/** What an organ of a districted city or above does about a lead: recognises it, and freezes an account by a paper. */
export function InvolvementActs({ found, one, onDone }: InvolvementActsProps): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { ask } = session;
  const purpose = purposeOf(found.number);
  const isOpen = found.status === "OPEN" && one.standing !== "WITHDRAWN" && one.role !== "VICTIM";
  if (!isOpen) return null;
  return (
    <Space>
      {one.standing === "LEAD" && mayRecognise(session) && (
        <ActionButton
          label={t("involvement.recognise")}
          consequence={t(one.account ? "involvement.recogniseAccount" : "involvement.recogniseMeans")}
          question={t("recognise.reason")}
          fields={
            <Form.Item
              name="recognisedOn"
              label={t("sanction.recognisedOn")}
              initialValue={today()}
              rules={[{ required: true }]}
            >
              <Input type="date" min={found.openedOn} max={today()} className="number" />
            </Form.Item>
          }
          retype={found.number}
          run={(reason, { recognisedOn = "" }) =>
            ask(RecogniseInvolvement, { input: { involvementId: one.id, recognisedOn, reason } }, { purpose })
          }
          onDone={onDone}
        />
      )}
      {one.account && mayStop(session) && (
        <ActionButton
          label={t("stop.freeze")}
          consequence={t("stop.freezeMeans")}
          question={t("stop.paper")}
          fields={
            <Form.Item name="until" label={t("stop.until")} rules={[{ required: true }]}>
              <Input type="date" min={today()} className="number" />
            </Form.Item>
          }
          run={(legalPaper, { until = "" }) =>
            ask(FreezeAccount, { input: { involvementId: one.id, until, legalPaper } }, { purpose })
          }
          onDone={onDone}
        />
      )}
    </Space>
  );
}

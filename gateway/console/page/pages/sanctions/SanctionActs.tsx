import { Form, Input, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LiftSanction, ServeSanction } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { today } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import type { Sanction } from "../person/personFacts";
import { isOver } from "./isOver";
import { mayRecognise } from "./mayRecognise";

interface SanctionActsProps {
  readonly sanction: Sanction;
  readonly onDone: () => void;
}

const ID_END = 8; // long enough to tell two sanctions apart

/** What the organ does with a sanction once it stands: hand over the notice, lift it. */
export function SanctionActs({ sanction, onDone }: SanctionActsProps): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { id, status, notice, recognisedOn } = sanction;
  if (!mayRecognise(session) || isOver(status)) return null;
  const { ask } = session;
  return (
    <Space className="not-printed">
      {notice.servedOn === null && (
        <ActionButton
          label={t("sanction.serve")}
          consequence={t("sanction.serveMeans")}
          question={t("sanction.serveHow")}
          fields={
            <Form.Item
              name="servedOn"
              label={t("sanction.servedOn")}
              initialValue={today()}
              rules={[{ required: true }]}
            >
              <Input type="date" min={recognisedOn} max={today()} className="number" />
            </Form.Item>
          }
          run={(method, { servedOn = "" }) =>
            ask(ServeSanction, { input: { sanctionId: id, servedOn, method } })
          }
          onDone={onDone}
        />
      )}
      <ActionButton
        label={t("sanction.lift")}
        consequence={t("sanction.liftMeans")}
        question={t("sanction.liftWhy")}
        // The organ above lifts what is no case of its own officers: then the sanction's own number is typed.
        retype={sanction.case?.number ?? id.slice(-ID_END)}
        run={reason => ask(LiftSanction, { input: { sanctionId: id, reason } })}
        onDone={onDone}
      />
    </Space>
  );
}

import { Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  ImposeTelecomMeasures,
  type ImposeTelecomMeasuresMutation,
  type ImposeTelecomMeasuresMutationVariables,
} from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { EnumBoxes } from "../../parts/EnumBoxes";
import { today } from "../../parts/formatTime";
import { useSession } from "../../session/session";

type Input = ImposeTelecomMeasuresMutationVariables["input"];
export type Imposed = ImposeTelecomMeasuresMutation["imposeTelecomMeasures"];

/** What restricts lines; the rest is for accounts and follows by itself. */
const KINDS = ["NO_NEW_LINE", "SUSPEND_LINE", "REVERIFY"] as const;

interface ImposeMeasuresProps {
  /** The sanction looked at; null where its number has to be given, as the police have told it. */
  readonly sanctionId: string | null;
  readonly onImposed: (imposed: Imposed) => void;
  readonly onDone: () => void;
}

/** Decides the measures on the lines of whoever was sanctioned for phone cards, jointly with the police (N20-5). */
export function ImposeMeasures({ sanctionId, onImposed, onDone }: ImposeMeasuresProps): ReactNode {
  const { t } = useTranslation();
  const { ask, standing } = useSession();
  return (
    <ActionButton
      label={t("telecomMeasures.impose")}
      consequence={t("telecomMeasures.imposeMeans")}
      question={t("telecomMeasures.reason")}
      fields={
        <>
          <Form.Item
            name="sanctionId"
            label={t("telecomMeasures.sanction")}
            initialValue={sanctionId ?? undefined}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input className="number" autoComplete="off" disabled={sanctionId !== null} />
          </Form.Item>
          <Form.Item name="kinds" label={t("sanction.measures")} rules={[{ required: true }]}>
            <EnumBoxes of="MeasureKind" values={KINDS} />
          </Form.Item>
          <Form.Item
            name="startsOn"
            label={t("recognise.starts")}
            initialValue={today()}
            rules={[{ required: true }]}
          >
            <Input type="date" className="number" />
          </Form.Item>
          <Form.Item name="endsOn" label={t("recognise.ends")} rules={[{ required: true }]}>
            <Input type="date" min={today()} className="number" />
          </Form.Item>
        </>
      }
      run={async (reason, values) => {
        const { sanctionId: id, kinds, startsOn, endsOn } = values as unknown as Input;
        const input = { sanctionId: id.trim(), kinds, startsOn, endsOn, reason };
        const answer = await ask(ImposeTelecomMeasures, { input }, { purpose: standing });
        if (answer.data !== null) onImposed(answer.data.imposeTelecomMeasures);
        return answer;
      }}
      onDone={onDone}
    />
  );
}

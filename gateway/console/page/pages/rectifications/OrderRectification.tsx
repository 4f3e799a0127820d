import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addDays, addYears } from "../../../../../schema/contract/calendar";
import {
  OrderRectification as Order,
  type OrderRectificationMutationVariables,
} from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { today } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { BREACHES } from "./breaches";

type Input = OrderRectificationMutationVariables["input"];

/** Whom a deadline can be set for; a region has nobody who could mend anything. */
export const TARGET_KINDS = ["AGENT", "OUTLET", "INSTITUTION"] as const;

interface OrderRectificationProps {
  /** Who is looked at already; null where it has to be said. */
  readonly target: { readonly kind: (typeof TARGET_KINDS)[number]; readonly code: string } | null;
  readonly onDone: () => void;
}

/** Sets a deadline for whoever has broken a rule (N16-4); it stands on the record of their carrier at once. */
export function OrderRectification({ target, onDone }: OrderRectificationProps): ReactNode {
  const { t } = useTranslation();
  const { ask, standing } = useSession();
  const day = today();
  return (
    <ActionButton
      label={t("rectifications.order")}
      consequence={t("rectifications.orderMeans")}
      question={t("rectifications.message")}
      fields={
        <>
          <Form.Item
            name="targetKind"
            label={t("rectifications.targetKind")}
            initialValue={target?.kind ?? "AGENT"}
            rules={[{ required: true }]}
          >
            <Select
              disabled={target !== null}
              options={TARGET_KINDS.map(value => ({ value, label: t(`enums.AccountabilityKey.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="targetCode"
            label={t("rectifications.targetCode")}
            initialValue={target?.code}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input className="number" autoComplete="off" disabled={target !== null} />
          </Form.Item>
          <Form.Item name="ruleId" label={t("rectifications.breach")} rules={[{ required: true }]}>
            <Select options={BREACHES.map(value => ({ value, label: t(`rules.${value}`) }))} />
          </Form.Item>
          <Form.Item name="dueOn" label={t("rectifications.due")} rules={[{ required: true }]}>
            <Input type="date" min={addDays(day, 1)} max={addYears(day, 1)} className="number" />
          </Form.Item>
        </>
      }
      run={(message, { targetKind = "", targetCode = "", ruleId = "", dueOn = "" }) => {
        const kind = targetKind as Input["targetKind"];
        const input = { targetKind: kind, targetCode: targetCode.trim(), ruleId, message, dueOn };
        return ask(Order, { input }, { purpose: standing });
      }}
      onDone={onDone}
    />
  );
}

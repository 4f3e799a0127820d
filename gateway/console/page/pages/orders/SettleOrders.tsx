import { Button, Form, Input, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  ExecuteAccountOrders,
  ExecuteLineOrders,
  type ExecuteAccountOrdersMutationVariables,
} from "../../../generated/operations";
import type { HubAnswer } from "../../hub/askHub";
import { findRefusal, type HubFault } from "../../hub/hubFault";
import { ActionButton } from "../../parts/ActionButton";
import { FaultBox } from "../../parts/FaultBox";
import { useSession } from "../../session/session";
import type { Order } from "./orderOf";
import type { SettledOrders } from "./OrderOutcomes";

type Input = ExecuteAccountOrdersMutationVariables["input"];

interface SettleOrdersProps {
  readonly chosen: readonly Order[];
  readonly onSettled: (settled: SettledOrders) => void;
  /** Nobody knows whether they were settled. */
  readonly onLost: () => void;
}

const LONGEST_REFERENCE = 64; // what institutions' own numbers have at most

/** Says of many orders at once that they were carried out, or refuses them with one reason. */
export function SettleOrders({ chosen, onSettled, onLost }: SettleOrdersProps): ReactNode {
  const { t } = useTranslation();
  const { ask, caller } = useSession();
  const [reference, setReference] = useState("");
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<HubFault | null>(null);
  const isCarrier = caller.sector === "TELECOM";
  const send = async (outcome: { executed: boolean; refusalReason?: string }): Promise<HubAnswer<object>> => {
    const executedAt = new Date().toISOString();
    const input: Input = {
      institution: caller.institution?.code ?? "",
      requestId: crypto.randomUUID(),
      outcomes: chosen.map(({ id }) => ({
        orderId: id,
        executedAt,
        ...outcome,
        ...(reference === "" ? {} : { reference }),
      })),
    };
    const purpose = { purpose: { purpose: "REPORTING", reference: null } };
    if (isCarrier) {
      const answer = await ask(ExecuteLineOrders, { input }, purpose);
      if (answer.data !== null) onSettled({ orders: chosen, outcome: answer.data.executeLineOrders });
      return answer;
    }
    const answer = await ask(ExecuteAccountOrders, { input }, purpose);
    if (answer.data !== null) onSettled({ orders: chosen, outcome: answer.data.executeAccountOrders });
    return answer;
  };
  const execute = async (): Promise<void> => {
    setIsRunning(true);
    const { data, faults } = await send({ executed: true });
    setIsRunning(false);
    const refusal = findRefusal(data, faults);
    setFault(refusal);
    if (refusal?.code === "LOST") onLost();
  };
  const count = chosen.length;
  return (
    <section className="bulk" aria-label={t("orders.bulk")}>
      <Space>
        <span aria-live="polite">{t("orders.chosen", { count })}</span>
        <Form.Item label={t("orders.reference")} htmlFor="own-reference" className="inline-item">
          <Input
            id="own-reference"
            size="small"
            className="number"
            maxLength={LONGEST_REFERENCE}
            value={reference}
            onChange={event => setReference(event.target.value)}
          />
        </Form.Item>
        <Button
          size="small"
          type="primary"
          disabled={count === 0}
          loading={isRunning}
          onClick={() => void execute()}
        >
          {t("orders.execute")}
        </Button>
        <ActionButton
          label={t("orders.refuse")}
          consequence={t("orders.refuseMeans", { count })}
          question={t("orders.refuseWhy")}
          isDisabled={count === 0}
          run={refusalReason => send({ executed: false, refusalReason })}
          onDone={() => undefined}
          onLost={onLost}
        />
      </Space>
      {fault !== null && <FaultBox fault={fault} />}
    </section>
  );
}

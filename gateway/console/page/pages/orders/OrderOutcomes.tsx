import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ExecuteAccountOrdersMutation } from "../../../generated/operations";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Refusal } from "../../parts/Refusal";
import { kindKeyOf, targetOf, type Order } from "./orderOf";

/** Orders that were sent together, and what the hub said of each, in the order sent. */
export interface SettledOrders {
  readonly orders: readonly Order[];
  readonly outcome: ExecuteAccountOrdersMutation["executeAccountOrders"];
}

interface OrderOutcomesProps {
  readonly settled: SettledOrders;
  readonly onClose: () => void;
}

/** What became of each order just sent; those that were not taken are said with the reason. */
export function OrderOutcomes({ settled: { orders, outcome }, onClose }: OrderOutcomesProps): ReactNode {
  const { t } = useTranslation();
  const { accepted, duplicate, rejected, items } = outcome;
  return (
    <section className="card" aria-label={t("orders.outcomes")} aria-live="polite">
      <p>
        <b className={rejected > 0 ? "amber" : undefined}>
          {t("report.outcome", { accepted, duplicate, rejected })}
        </b>{" "}
        <Button size="small" onClick={onClose}>
          {t("orders.close")}
        </Button>
      </p>
      <DataTable
        rows={items}
        rowKey={({ index }) => String(index)}
        empty=""
        columns={[
          {
            title: t("orders.on"),
            render: (_, { index }) => <span className="number">{withOrder(orders[index], targetOf)}</span>,
          },
          {
            title: t("orders.kind"),
            render: (_, { index }) => withOrder(orders[index], order => t(kindKeyOf(order))),
          },
          { title: t("orders.outcome"), render: (_, { state }) => <EnumTag of="ItemState" value={state} /> },
          {
            title: t("orders.why"),
            render: (_, { code, message }) => code !== null && <Refusal code={code} message={message} />,
          },
        ]}
      />
    </section>
  );
}

function withOrder(order: Order | undefined, say: (order: Order) => string): string {
  return order === undefined ? "—" : say(order);
}

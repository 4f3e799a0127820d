import { Select } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { Findings } from "../../parts/Findings";
import { formatMinute } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { byUrgency, countKinds, isLate, isOpen, kindKeyOf, targetOf, type Order } from "./orderOf";
import type { SettledOrders } from "./OrderOutcomes";
import { SettleOrders } from "./SettleOrders";

interface OrdersTableProps {
  readonly orders: readonly Order[];
  readonly total: number;
  /** How many of the whole queue are late; null where the register did not say. */
  readonly late: number | null;
  readonly onSettled: (settled: SettledOrders) => void;
  readonly onLost: () => void;
}

/** The queue: what is late first and in amber, by kind, to be chosen and settled. */
export function OrdersTable({ orders, total, late, onSettled, onLost }: OrdersTableProps): ReactNode {
  const { t } = useTranslation();
  const { may } = useSession();
  const [kind, setKind] = useState<string | null>(null);
  const [keys, setKeys] = useState<string[]>([]);
  const now = new Date().toISOString();
  const shown = byUrgency(
    orders.filter(order => kind === null || kindKeyOf(order) === kind),
    now,
  );
  const chosen = shown.filter(order => isOpen(order) && keys.includes(order.id));
  const isSettling = may("order:execute") && orders.some(isOpen);
  return (
    <>
      <p>
        {t("orders.total", { total })}
        {late !== 0 && (
          <b className="amber">
            {" "}
            {late === null ? t("orders.lateUnknown") : t("orders.late", { count: late })}
          </b>
        )}{" "}
        <Select
          size="small"
          className="kind-field"
          aria-label={t("orders.kind")}
          value={kind ?? ""}
          options={[
            { value: "", label: t("orders.everyKind") },
            ...countKinds(orders).map(([key, count]) => ({ value: key, label: `${t(key)} ${count}` })),
          ]}
          onChange={value => setKind(value === "" ? null : value)}
        />
      </p>
      {isSettling && (
        <SettleOrders
          chosen={chosen}
          onSettled={settled => {
            setKeys([]);
            onSettled(settled);
          }}
          onLost={() => {
            setKeys([]);
            onLost();
          }}
        />
      )}
      <DataTable<Order>
        rows={shown}
        rowKey={order => order.id}
        empty={t("orders.none")}
        rowClassName={order => (isLate(order, now) ? "late" : "")}
        {...(isSettling ? { selection: { keys, onChange: setKeys, mayChoose: isOpen } } : {})}
        columns={[
          {
            title: t("orders.due"),
            render: (_, order) => (
              <span className={isLate(order, now) ? "number amber" : "number"}>
                {formatMinute(order.dueAt)} {isLate(order, now) && t("orders.isLate")}
              </span>
            ),
          },
          { title: t("orders.kind"), render: (_, order) => t(kindKeyOf(order)) },
          { title: t("orders.on"), render: (_, order) => <span className="number">{targetOf(order)}</span> },
          {
            title: t("orders.reason"),
            render: (_, { reason }) =>
              `${t(`rules.${reason.ruleId}`, { defaultValue: reason.ruleId })} ${reason.article}`,
          },
          {
            title: t("orders.issued"),
            render: (_, { issuedAt }) => <span className="number">{formatMinute(issuedAt)}</span>,
          },
          {
            title: t("orders.status"),
            render: (_, { status }) => <EnumTag of="OrderStatus" value={status} />,
          },
        ]}
        sheet={order => ({
          title: `${t(kindKeyOf(order))} ${targetOf(order)}`,
          body: <OrderSheet order={order} />,
        })}
      />
    </>
  );
}

function OrderSheet({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        rows={[
          [t("orders.issued"), formatMinute(order.issuedAt)],
          [t("orders.due"), formatMinute(order.dueAt)],
          [t("orders.executed"), formatMinute(order.executedAt)],
          ...("refusalReason" in order ? ([[t("orders.refusedWhy"), order.refusalReason]] as const) : []),
          [
            t("orders.cause"),
            <span key="cause" className="number">
              {order.causeId}
            </span>,
          ],
        ]}
      />
      <Findings findings={[order.reason]} />
    </>
  );
}

import { Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  AccountOrders,
  LineOrders,
  type AccountOrdersQuery,
  type AccountOrdersQueryVariables,
  type LineOrdersQuery,
} from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Facts } from "../../parts/Facts";
import { Findings } from "../../parts/Findings";
import { formatMinute } from "../../parts/formatTime";
import { useSession } from "../../session/session";

type AccountOrder = NonNullable<AccountOrdersQuery["accountOrders"]>["nodes"][number];
type LineOrder = NonNullable<LineOrdersQuery["lineOrders"]>["nodes"][number];
type Order = AccountOrder | LineOrder;
type Status = NonNullable<AccountOrdersQueryVariables["status"]>;

const STATUSES: readonly Status[] = ["DELIVERED", "ISSUED", "EXECUTED", "REFUSED", "EXPIRED"];
const OPEN: readonly string[] = ["ISSUED", "DELIVERED"];

/** The institution's orders, the next one due first; what is late stands out. */
export function OrdersPage(): ReactNode {
  const { t } = useTranslation();
  const { caller } = useSession();
  const [status, setStatus] = useState<Status>("DELIVERED");
  const house = caller.institution?.code ?? "";
  const isCarrier = caller.sector === "TELECOM";
  const accounts = useAnswer(AccountOrders, isCarrier ? null : { institution: house, status });
  const lines = useAnswer(LineOrders, isCarrier ? { carrier: house, status } : null);
  return (
    <>
      <h1>{t("orders.heading")}</h1>
      <p>
        <Segmented
          size="small"
          value={status}
          options={STATUSES.map(value => ({ value, label: t(`enums.OrderStatus.${value}`) }))}
          onChange={setStatus}
        />
      </p>
      {isCarrier ? (
        <AnswerBox answered={lines}>
          {({ lineOrders }) => (
            <OrdersTable orders={lineOrders?.nodes ?? []} total={lineOrders?.nodes.length ?? 0} />
          )}
        </AnswerBox>
      ) : (
        <AnswerBox answered={accounts}>
          {({ accountOrders }) => (
            <OrdersTable orders={accountOrders?.nodes ?? []} total={accountOrders?.totalCount ?? 0} />
          )}
        </AnswerBox>
      )}
    </>
  );
}

function OrdersTable({
  orders,
  total,
}: {
  readonly orders: readonly Order[];
  readonly total: number;
}): ReactNode {
  const { t } = useTranslation();
  const now = new Date().toISOString();
  const isLate = (order: Order): boolean => OPEN.includes(order.status) && order.dueAt < now;
  const late = orders.filter(isLate).length;
  return (
    <>
      <p>
        {t("orders.total", { total })}
        {late > 0 && <b className="amber"> {t("orders.late", { count: late })}</b>}
      </p>
      <DataTable<Order>
        rows={orders}
        rowKey={order => order.id}
        empty={t("orders.none")}
        rowClassName={order => (isLate(order) ? "late" : "")}
        columns={[
          {
            title: t("orders.due"),
            render: (_, order) => (
              <span className={isLate(order) ? "number amber" : "number"}>{formatMinute(order.dueAt)}</span>
            ),
          },
          { title: t("orders.kind"), render: (_, order) => kindOf(order, t) },
          { title: t("orders.on"), render: (_, order) => <span className="number">{targetOf(order)}</span> },
          {
            title: t("orders.reason"),
            render: (_, { reason }) =>
              `${t(`rules.${reason.ruleId}`, { defaultValue: reason.ruleId })} ${reason.article}`,
          },
          {
            title: t("orders.cause"),
            render: (_, { causeId }) => <span className="number quiet">{causeId.slice(0, 18)}</span>,
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
          title: `${kindOf(order, t)} ${targetOf(order)}`,
          body: (
            <>
              <Facts
                rows={[
                  [t("orders.issued"), formatMinute(order.issuedAt)],
                  [t("orders.due"), formatMinute(order.dueAt)],
                  [t("orders.executed"), formatMinute(order.executedAt)],
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
          ),
        })}
      />
    </>
  );
}

function kindOf(order: Order, t: (key: string) => string): string {
  return t("account" in order ? `enums.AccountOrderKind.${order.kind}` : `enums.LineOrderKind.${order.kind}`);
}

function targetOf(order: Order): string {
  return ("account" in order ? order.account?.maskedNumber : order.line.number) ?? "—";
}

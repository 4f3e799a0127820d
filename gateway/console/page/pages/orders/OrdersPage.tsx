import { Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccountOrders, LineOrders, type AccountOrdersQueryVariables } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { OrderOutcomes, type SettledOrders } from "./OrderOutcomes";
import { OrdersTable } from "./OrdersTable";
import { RestoringTimes } from "./RestoringTimes";

type Status = NonNullable<AccountOrdersQueryVariables["status"]>;

const STATUSES: readonly Status[] = ["DELIVERED", "ISSUED", "EXECUTED", "REFUSED", "EXPIRED"];

/** The institution's orders, the next one due first; many are carried out or refused at once. */
export function OrdersPage(): ReactNode {
  const { t } = useTranslation();
  const { caller } = useSession();
  const [status, setStatus] = useState<Status>("DELIVERED");
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<SettledOrders | null>(null);
  const house = caller.institution?.code ?? "";
  const isCarrier = caller.sector === "TELECOM";
  const page = { status, after: cursors.at(-1) ?? null };
  const accounts = useAnswer(AccountOrders, isCarrier ? null : { institution: house, ...page });
  const lines = useAnswer(LineOrders, isCarrier ? { carrier: house, ...page } : null);
  const askAgain = isCarrier ? lines.askAgain : accounts.askAgain;
  const show = (found: Found | null | undefined): ReactNode => (
    <>
      <OrdersTable
        orders={found?.nodes ?? []}
        total={found?.totalCount ?? 0}
        onSettled={outcome => {
          setSettled(outcome);
          askAgain();
        }}
      />
      <PageSteps cursors={cursors} pageInfo={found?.pageInfo} onChange={setCursors} />
    </>
  );
  return (
    <>
      <h1>{t("orders.heading")}</h1>
      <RestoringTimes />
      <p>
        <Segmented
          size="small"
          value={status}
          options={STATUSES.map(value => ({ value, label: t(`enums.OrderStatus.${value}`) }))}
          onChange={chosen => {
            setStatus(chosen);
            setCursors([]);
          }}
        />
      </p>
      {settled !== null && <OrderOutcomes settled={settled} onClose={() => setSettled(null)} />}
      {isCarrier ? (
        <AnswerBox answered={lines}>{({ lineOrders }) => show(lineOrders)}</AnswerBox>
      ) : (
        <AnswerBox answered={accounts}>{({ accountOrders }) => show(accountOrders)}</AnswerBox>
      )}
    </>
  );
}

interface Found {
  readonly totalCount: number;
  readonly nodes: Parameters<typeof OrdersTable>[0]["orders"];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

import { Segmented } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccountOrders, LineOrders, type AccountOrdersQueryVariables } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { PageSteps } from "../../parts/PageSteps";
import { SilentRows } from "../../parts/SilentRows";
import { useSession } from "../../session/session";
import { OrderOutcomes, type SettledOrders } from "./OrderOutcomes";
import { OrdersTable } from "./OrdersTable";
import { RestoringTimes } from "./RestoringTimes";

type Status = NonNullable<AccountOrdersQueryVariables["status"]>;

/** What is still to be done, delivered or not, and a refused restoration with it: the register tells, asked for no status. */
const TO_DO = "TO_DO";
const PAGE = 100;
const LISTS: readonly (Status | typeof TO_DO)[] = [TO_DO, "EXECUTED", "REFUSED", "EXPIRED"];

/** The institution's orders, the next one due first; many are carried out or refused at once. */
export function OrdersPage(): ReactNode {
  const { t } = useTranslation();
  const { caller, standing } = useSession();
  const [list, setList] = useState<(typeof LISTS)[number]>(TO_DO);
  const [now, setNow] = useState(() => new Date().toISOString());
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<SettledOrders | null>(null);
  const house = caller.institution?.code ?? "";
  const isCarrier = caller.sector === "TELECOM";
  const page = { status: list === TO_DO ? null : list, after: cursors.at(-1) ?? null, now };
  const accounts = useAnswer(AccountOrders, isCarrier ? null : { institution: house, ...page }, standing);
  const lines = useAnswer(LineOrders, isCarrier ? { carrier: house, ...page } : null, standing);
  const show = (found: Found | null, late: number | null): ReactNode =>
    found === null ? (
      <SilentRows coverage={null} onRetry={isCarrier ? lines.askAgain : accounts.askAgain} />
    ) : (
      <>
        <OrdersTable
          orders={found.nodes}
          total={found.totalCount}
          late={late}
          onSettled={outcome => {
            setSettled(outcome);
            setNow(new Date().toISOString());
          }}
          onLost={() => setNow(new Date().toISOString())}
        />
        <PageSteps cursors={cursors} size={PAGE} pageInfo={found.pageInfo} onChange={setCursors} />
      </>
    );
  return (
    <>
      <h1>{t("orders.heading")}</h1>
      <RestoringTimes />
      <p>
        <Segmented
          size="small"
          value={list}
          options={LISTS.map(value => ({
            value,
            label: value === TO_DO ? t("orders.toDo") : t(`enums.OrderStatus.${value}`),
          }))}
          onChange={chosen => {
            setList(chosen);
            setCursors([]);
            setNow(new Date().toISOString());
          }}
        />
      </p>
      {settled !== null && <OrderOutcomes settled={settled} onClose={() => setSettled(null)} />}
      {isCarrier ? (
        <AnswerBox answered={lines}>
          {({ lineOrders, late }) => show(lineOrders, late?.totalCount ?? null)}
        </AnswerBox>
      ) : (
        <AnswerBox answered={accounts}>
          {({ accountOrders, late }) => show(accountOrders, late?.totalCount ?? null)}
        </AnswerBox>
      )}
    </>
  );
}

interface Found {
  readonly totalCount: number;
  readonly nodes: Parameters<typeof OrdersTable>[0]["orders"];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

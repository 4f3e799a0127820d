import { Input, Segmented, Space } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  AccountAccountability,
  LineAccountability,
  RealNameRates,
  type RealNameRatesQuery,
} from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { AnswerBox } from "../../parts/AnswerBox";
import { DataTable } from "../../parts/DataTable";
import { PageSteps } from "../../parts/PageSteps";
import { useSession } from "../../session/session";
import { mayOrderRectification } from "../rectifications/mayOrderRectification";
import { OrderRectification, TARGET_KINDS } from "../rectifications/OrderRectification";
import { BarPlot } from "./BarPlot";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly opened: number;
  readonly involved: number;
  readonly involvedPerTenThousand: number;
}

const KEYS = ["OUTLET", "AGENT", "INSTITUTION", "REGION"] as const;
const PAGE = 50;
const PLOTTED = 12; // fits on one screen; the table has all

/** Who opens answers: how many of what was opened where was later used in a fraud. */
export function AccountabilityPage(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { caller, standing } = session;
  const house = caller.institution?.code ?? null;
  const seesLines = caller.sector === "TELECOM" || caller.sector === "POLICE";
  const seesAccounts = caller.sector !== "TELECOM";
  const [of, setOf] = useState<"accounts" | "lines">(seesAccounts ? "accounts" : "lines");
  const [by, setBy] = useState<(typeof KEYS)[number]>("OUTLET");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const period = { from: from === "" ? null : from, to: to === "" ? null : to };
  // The place in a list belongs to that list.
  const list = [of, by, from, to].join(" ");
  const [place, setPlace] = useState<{ list: string; cursors: readonly string[] }>({ list, cursors: [] });
  const cursors = place.list === list ? place.cursors : [];
  const after = cursors.at(-1) ?? null;
  const kind = TARGET_KINDS.find(one => one === by);
  const mayOrder = of === "lines" && mayOrderRectification(session);
  const figures = (rows: readonly Row[] | null): ReactNode => (
    <>
      <Figures
        rows={rows ?? []}
        act={
          mayOrder && kind !== undefined
            ? code => <OrderRectification target={{ kind, code }} onDone={() => undefined} />
            : null
        }
      />
      <PageSteps
        cursors={cursors}
        size={PAGE}
        pageInfo={{ hasNextPage: rows?.length === PAGE, endCursor: rows?.at(-1)?.key ?? null }}
        onChange={next => setPlace({ list, cursors: next })}
      />
    </>
  );
  const accounts = useAnswer(
    AccountAccountability,
    of === "accounts" ? { by, ...period, institution: house, after } : null,
    standing,
  );
  const lines = useAnswer(
    LineAccountability,
    of === "lines" ? { by, ...period, carrier: house, after } : null,
    standing,
  );
  const rates = useAnswer(RealNameRates, of === "lines" ? {} : null, standing);
  return (
    <>
      <h1>{t("accountability.heading")}</h1>
      <Space wrap className="filters">
        {seesLines && seesAccounts && (
          <Segmented
            size="small"
            value={of}
            options={(["accounts", "lines"] as const).map(value => ({ value, label: t(`tabs.${value}`) }))}
            onChange={setOf}
          />
        )}
        <Segmented
          size="small"
          value={by}
          options={KEYS.map(value => ({ value, label: t(`enums.AccountabilityKey.${value}`) }))}
          onChange={setBy}
        />
        <Input
          size="small"
          type="date"
          aria-label={t("accountability.from")}
          value={from}
          onChange={event => setFrom(event.target.value)}
        />
        <Input
          size="small"
          type="date"
          aria-label={t("accountability.to")}
          value={to}
          onChange={event => setTo(event.target.value)}
        />
      </Space>
      {of === "accounts" ? (
        <AnswerBox answered={accounts}>
          {({ accountAccountability }) => figures(accountAccountability)}
        </AnswerBox>
      ) : (
        <>
          <AnswerBox answered={lines}>{({ lineAccountability }) => figures(lineAccountability)}</AnswerBox>
          <h2>{t("accountability.realName")}</h2>
          <AnswerBox answered={rates}>
            {({ realNameRates }) => <RealNameTable rates={realNameRates ?? []} />}
          </AnswerBox>
        </>
      )}
    </>
  );
}

interface FiguresProps {
  readonly rows: readonly Row[];
  /** What can be done about the one of this key; null for whoever only reads. */
  readonly act: ((key: string) => ReactNode) | null;
}

function Figures({ rows, act }: FiguresProps): ReactNode {
  const { t } = useTranslation();
  const bars = useMemo(
    () =>
      rows
        .slice(0, PLOTTED)
        .map(({ name, involvedPerTenThousand }) => ({ name, value: involvedPerTenThousand })),
    [rows],
  );
  if (rows.length === 0) return <p>{t("accountability.none")}</p>;
  return (
    <div className="figures">
      <section className="card">
        <h2>{t("accountability.perTenThousand")}</h2>
        <BarPlot label={t("accountability.perTenThousand")} bars={bars} />
      </section>
      <DataTable
        rows={rows}
        rowKey={row => row.key}
        empty=""
        columns={[
          { title: t("accountability.who"), render: (_, { name }) => name },
          {
            title: t("accountability.opened"),
            align: "right",
            render: (_, { opened }) => <span className="number">{opened}</span>,
          },
          {
            title: t("accountability.involved"),
            align: "right",
            render: (_, { involved }) => <span className="number">{involved}</span>,
          },
          {
            title: t("accountability.perShort"),
            align: "right",
            render: (_, row) => <span className="number">{Math.round(row.involvedPerTenThousand)}</span>,
          },
          ...(act === null ? [] : [{ title: "", render: (_: unknown, { key }: Row) => act(key) }]),
        ]}
      />
    </div>
  );
}

interface RealNameTableProps {
  readonly rates: NonNullable<RealNameRatesQuery["realNameRates"]>;
}

/** How many of each carrier's lines are registered under their user's identity. */
function RealNameTable({ rates }: RealNameTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <DataTable
      rows={rates}
      rowKey={({ carrier }) => carrier.code}
      empty={t("accountability.none")}
      columns={[
        { title: t("line.carrier"), render: (_, { carrier }) => carrier.name },
        {
          title: t("accountability.rate"),
          align: "right",
          render: (_, { rate, deadlineMet }) => (
            <span className={deadlineMet ? "number" : "number amber"}>{(rate * 100).toFixed(2)} %</span>
          ),
        },
        {
          title: t("accountability.registered"),
          align: "right",
          render: (_, { registered, total }) => (
            <span className="number">
              {registered} / {total}
            </span>
          ),
        },
      ]}
    />
  );
}

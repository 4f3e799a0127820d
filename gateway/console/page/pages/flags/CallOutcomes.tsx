import { Button, Segmented, Space } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReportAbnormalCallsMutation } from "../../../generated/operations";
import { csvText } from "../../parts/csvText";
import { DataTable } from "../../parts/DataTable";
import { EnumTag } from "../../parts/EnumTag";
import { Refusal } from "../../parts/Refusal";
import { saveFile } from "../../parts/saveFile";
import type { CallReport } from "./readCalls";

/** Reports that were sent together, and what the hub said of each, in the order sent. */
export interface SentCalls {
  readonly reports: readonly CallReport[];
  /** On which line of the table each stood. */
  readonly lines: readonly number[];
  readonly outcome: ReportAbnormalCallsMutation["reportAbnormalCalls"];
}

const EVERY = "EVERY";
const STATES = [EVERY, "ACCEPTED", "DUPLICATE", "REJECTED"] as const;

/** What became of each row just sent, in the order sent; by outcome, and as a file. */
export function CallOutcomes({ sent: { reports, lines, outcome } }: { readonly sent: SentCalls }): ReactNode {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(typeof STATES)[number]>(EVERY);
  const { accepted, duplicate, rejected, items } = outcome;
  const rows = items.filter(({ state }) => shown === EVERY || state === shown);
  const save = (): void => {
    const told = items.map(({ index, state, code, message }) => {
      const { number = "", kind = "" } = reports[index] ?? {};
      return [String(lines[index] ?? ""), number, kind, state, code ?? "", message ?? ""];
    });
    const table = csvText([["line", "number", "kind", "state", "code", "message"], ...told]);
    saveFile(`report-${outcome.requestId}.csv`, new Blob([`\uFEFF${table}`], { type: "text/csv" }));
  };
  return (
    <section aria-label={t("report.outcomes")} aria-live="polite">
      <p>
        <b className={rejected > 0 ? "amber" : undefined}>
          {t("report.outcome", { accepted, duplicate, rejected })}
        </b>
      </p>
      <Space className="filters">
        <Segmented
          size="small"
          value={shown}
          options={STATES.map(value => ({
            value,
            label: value === EVERY ? t("report.everyState") : t(`enums.ItemState.${value}`),
          }))}
          onChange={setShown}
        />
        <Button size="small" onClick={save}>
          CSV
        </Button>
      </Space>
      <DataTable
        rows={rows}
        rowKey={({ index }) => String(index)}
        empty={t("report.noneOfState")}
        columns={[
          {
            title: t("report.row"),
            align: "right",
            render: (_, { index }) => <span className="number">{lines[index]}</span>,
          },
          {
            title: t("line.number"),
            render: (_, { index }) => <span className="number">{reports[index]?.number}</span>,
          },
          {
            title: t("flags.kind"),
            render: (_, { index }) => t(`enums.AbnormalFlagKind.${reports[index]?.kind ?? ""}`),
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

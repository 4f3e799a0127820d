import { Button, Input, Modal } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReportAbnormalCalls } from "../../../generated/operations";
import type { HubFault } from "../../hub/hubFault";
import { decodeText } from "../../parts/decodeText";
import { FaultBox } from "../../parts/FaultBox";
import { formatMinute } from "../../parts/formatTime";
import { useSession } from "../../session/session";
import { CallFields } from "./CallFields";
import { CallOutcomes, type SentCalls } from "./CallOutcomes";
import { CALL_COLUMNS, readCalls, type ReadCalls } from "./readCalls";

interface ReportCallsProps {
  readonly carrier: string;
  readonly onDone: () => void;
}

const WIDTH = 860; // a row with its reason stands on one line, and beside it there is still page

/** Reports abnormal calls: one by one or as a table, shown as understood, sent, and answered row by row. */
export function ReportCalls(props: ReportCallsProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p>
        <Button size="small" onClick={() => setIsOpen(true)}>
          {t("report.open")}
        </Button>
      </p>
      <Modal
        title={t("report.open")}
        open={isOpen}
        width={WIDTH}
        footer={null}
        onCancel={() => setIsOpen(false)}
        destroyOnHidden
      >
        <ReportForm {...props} />
      </Modal>
    </>
  );
}

function ReportForm({ carrier, onDone }: ReportCallsProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  const [text, setText] = useState("");
  // Rows whose answer was lost are the same request when they are sent again: it is carried out once.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [isSending, setIsSending] = useState(false);
  const [sent, setSent] = useState<SentCalls | null>(null);
  const [fault, setFault] = useState<HubFault | null>(null);
  const read = useMemo(() => readCalls(text, kind => t(`enums.AbnormalFlagKind.${kind}`)), [text, t]);
  const change = (next: string): void => {
    setText(next);
    setRequestId(crypto.randomUUID());
    // What was said of other rows says nothing of these.
    setSent(null);
    setFault(null);
  };
  const send = async (): Promise<void> => {
    const { lines } = read;
    const reports = [...read.reports];
    const input = { carrier, requestId, reports };
    const purpose = { purpose: "REPORTING", reference: null };
    setIsSending(true);
    const { data, faults } = await ask(ReportAbnormalCalls, { input }, { purpose });
    setIsSending(false);
    setSent(data === null ? null : { reports, lines, outcome: data.reportAbnormalCalls });
    setFault(faults[0] ?? null);
    if (data !== null) onDone();
  };
  return (
    <>
      <CallFields onAdd={row => change([text.trimEnd(), row].filter(part => part !== "").join("\n"))} />
      <TableField text={text} onChange={change} />
      <Understood read={read} />
      {fault !== null && <FaultBox fault={fault} />}
      {sent !== null && <CallOutcomes sent={sent} />}
      <Button
        type="primary"
        loading={isSending}
        disabled={read.reports.length === 0 || read.faults.length > 0 || sent !== null}
        onClick={() => void send()}
      >
        {t("report.send")}
      </Button>
    </>
  );
}

interface TableFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A table typed, pasted, dropped or taken from a file; it is read here and sent nowhere yet. */
function TableField({ text, onChange }: TableFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">
        {t("report.columns")} <span className="number">{CALL_COLUMNS.join(", ")}</span>
      </p>
      <Input.TextArea
        rows={5}
        className="number"
        aria-label={t("report.rows")}
        value={text}
        onChange={event => onChange(event.target.value)}
        onDragOver={event => event.preventDefault()}
        onDrop={event => {
          event.preventDefault();
          void event.dataTransfer.files[0]?.arrayBuffer().then(decodeText).then(onChange);
        }}
      />
      <p>
        <label>
          {t("report.file")}{" "}
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={event => void event.target.files?.[0]?.arrayBuffer().then(decodeText).then(onChange)}
          />
        </label>
      </p>
    </>
  );
}

const TIMES = ["observedFrom", "observedTo"];
const SHOWN = 10; // enough to see that the columns are where they should be

function Understood({ read: { reports, faults } }: { readonly read: ReadCalls }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("report.understood", { count: reports.length })}</p>
      <ul className="quiet number">
        {reports.slice(0, SHOWN).map((report, index) => (
          <li key={index}>
            {report.number} {t(`enums.AbnormalFlagKind.${report.kind}`)} {formatMinute(report.observedFrom)}
          </li>
        ))}
      </ul>
      {faults.map(({ line, column }) => (
        <p key={line} className="amber">
          {t("report.fault", { line, column })}
          {TIMES.includes(column) && ` · ${t("report.timeForm")}`}
        </p>
      ))}
    </>
  );
}

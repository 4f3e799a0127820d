import { Button, Input, Modal } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReportAbnormalCalls, type ReportAbnormalCallsMutation } from "../../../generated/operations";
import type { HubFault } from "../../hub/hubFault";
import { FaultBox } from "../../parts/FaultBox";
import { useSession } from "../../session/session";
import { CALL_COLUMNS, readCalls } from "./readCalls";

type Outcome = ReportAbnormalCallsMutation["reportAbnormalCalls"];

interface ReportCallsProps {
  readonly carrier: string;
  readonly onDone: () => void;
}

const SHOWN = 10; // enough to see that the columns are where they should be

/** Reports abnormal calls: a table is dropped or pasted, shown as understood, sent, and answered row by row. */
export function ReportCalls({ carrier, onDone }: ReportCallsProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [fault, setFault] = useState<HubFault | null>(null);
  const { reports, faults } = useMemo(() => readCalls(text), [text]);
  const send = async (): Promise<void> => {
    const input = { carrier, requestId: crypto.randomUUID(), reports: [...reports] };
    const answer = await ask(
      ReportAbnormalCalls,
      { input },
      { purpose: { purpose: "REPORTING", reference: null } },
    );
    setOutcome(answer.data?.reportAbnormalCalls ?? null);
    setFault(answer.faults[0] ?? null);
    if (answer.data !== null) onDone();
  };
  return (
    <p>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {t("report.open")}
      </Button>
      <Modal
        title={t("report.open")}
        open={isOpen}
        width={760}
        footer={null}
        onCancel={() => setIsOpen(false)}
        destroyOnHidden
      >
        <p className="quiet">
          {t("report.columns")} <span className="number">{CALL_COLUMNS.join(", ")}</span>
        </p>
        <Input.TextArea
          rows={6}
          className="number"
          aria-label={t("report.rows")}
          value={text}
          onChange={event => setText(event.target.value)}
          onDragOver={event => event.preventDefault()}
          onDrop={event => {
            event.preventDefault();
            void event.dataTransfer.files[0]?.text().then(setText);
          }}
        />
        <p>{t("report.understood", { count: reports.length })}</p>
        <ul className="quiet number">
          {reports.slice(0, SHOWN).map((report, index) => (
            <li key={index}>
              {report.number} {t(`enums.AbnormalFlagKind.${report.kind}`)} {report.observedFrom}
            </li>
          ))}
        </ul>
        {faults.map(({ line, column }) => (
          <p key={line} className="amber">
            {t("report.fault", { line, column })}
          </p>
        ))}
        {fault !== null && <FaultBox fault={fault} />}
        {outcome !== null && (
          <section aria-live="polite">
            <b>
              {t("report.outcome", {
                accepted: outcome.accepted,
                duplicate: outcome.duplicate,
                rejected: outcome.rejected,
              })}
            </b>
            <ul>
              {outcome.items
                .filter(({ state }) => state === "REJECTED")
                .map(({ index, code, message }) => (
                  <li key={index}>
                    {index + 1}: {code} {message}
                  </li>
                ))}
            </ul>
          </section>
        )}
        <Button
          type="primary"
          disabled={reports.length === 0 || faults.length > 0}
          onClick={() => void send()}
        >
          {t("report.send")}
        </Button>
      </Modal>
    </p>
  );
}

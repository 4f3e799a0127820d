import { Button, Form, Input, Space, Steps } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PreviewSanction, RecogniseSanction, SanctionsOf } from "../../../generated/operations";
import { findRefusal, type HubFault } from "../../hub/hubFault";
import { useAnswer } from "../../hub/useAnswer";
import { useSettled } from "../../hub/useSettled";
import { FaultBox } from "../../parts/FaultBox";
import { today } from "../../parts/formatTime";
import { plainDigits } from "../../parts/plainDigits";
import { useSession } from "../../session/session";
import { purposeOf } from "../cases/purposeOf";
import { Consequence } from "./Consequence";
import { DeedFields } from "./DeedFields";
import { toPapers, toPreviewInput, type DocumentOf, type RecogniseFields } from "./previewInput";

interface RecogniseFormProps {
  readonly caseNumber: string;
  readonly subjectId: string;
  readonly document: DocumentOf;
  readonly name: string | null;
  readonly onDone: (sanctionId: string) => void;
}

interface Fields extends RecogniseFields {
  readonly issuingCountry?: string;
  readonly reason?: string;
  readonly remedy?: string;
  readonly papers?: string;
  readonly retyped?: string;
}

/** Before the form is there for the first time it holds nothing, whatever its types say. */
const NOTHING_YET: Fields = {};
const STEPS = ["deed", "notice", "confirm"] as const;
const LONGEST_TEXT = 2_000; // what a notice says in a paragraph or two

/** Three steps: what was done, the notice, and the case number typed; beside them what it will bring about. */
export function RecogniseForm({
  caseNumber,
  subjectId,
  document,
  name,
  onDone,
}: RecogniseFormProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  const [form] = Form.useForm<Fields>();
  const fields =
    (Form.useWatch((values: Fields) => values, { form, preserve: true }) as Fields | undefined) ??
    NOTHING_YET;
  const [step, setStep] = useState(0);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<HubFault | null>(null);
  // The answer was lost, and it has been seen that nothing was recognised.
  const [isNotThere, setIsNotThere] = useState(false);
  const input = toPreviewInput(fields, withCountry(document, fields), caseNumber);
  const settled = useSettled(input);
  const answered = useAnswer(
    PreviewSanction,
    settled === null ? null : { input: settled },
    purposeOf(caseNumber),
  );
  // What was foreseen of the form as it was a moment ago says nothing of it as it is.
  const isForeseen = settled !== null && JSON.stringify(settled) === JSON.stringify(input);
  const preview = isForeseen ? answered.data?.sanctionPreview : null;
  const mayGoOn = preview !== null && preview !== undefined && preview.obstacle === null;
  const send = async (): Promise<void> => {
    const { reason = "", remedy = "", papers = "" } = fields;
    if (input === null) return;
    setIsSending(true);
    const { data, faults } = await ask(
      RecogniseSanction,
      { input: { ...input, reason, remedy, papers: toPapers(papers) } },
      { purpose: purposeOf(caseNumber) },
    );
    setIsSending(false);
    setIsNotThere(false);
    setFault(findRefusal(data, faults));
    if (data !== null) onDone(data.recogniseSanction.id);
  };
  const look = async (): Promise<void> => {
    setIsSending(true);
    const { data } = await ask(SanctionsOf, { id: subjectId }, { purpose: purposeOf(caseNumber) });
    setIsSending(false);
    const sanctions = data?.subject?.sanctions;
    if (!sanctions) return; // still nobody knows
    const done = sanctions.find(
      one =>
        one.case?.number === caseNumber &&
        one.conduct === input?.conduct &&
        one.recognisedOn === input.recognisedOn,
    );
    if (done !== undefined) return onDone(done.id);
    setFault(null);
    setIsNotThere(true);
    form.resetFields(["retyped"]);
    answered.askAgain();
  };
  const goOn = async (): Promise<void> => {
    await form.validateFields().then(
      () => setStep(step + 1),
      () => undefined, // the form itself says what is missing
    );
  };
  return (
    <div className="recognise">
      <section className="card">
        <Steps
          size="small"
          current={step}
          items={STEPS.map(one => ({ title: t(`recognise.steps.${one}`) }))}
        />
        <p className="recognise-who">
          <b>{name ?? t("who.unnamed")}</b> {t(`enums.IdentityDocumentType.${document.type}`)}{" "}
          <span className="number">{document.number}</span>
        </p>
        <Form
          form={form}
          layout="vertical"
          size="small"
          initialValues={{
            recognisedOn: today(),
            role: document.type === "UNIFIED_SOCIAL_CREDIT_CODE" ? "UNIT" : "INDIVIDUAL",
            remedy: t("recognise.remedyText"),
            papers: t("recognise.papersText"),
          }}
          onFinish={() => void (step === STEPS.length - 1 ? send() : goOn())}
        >
          <div hidden={step !== 0}>
            <DeedFields isPassport={document.type === "PASSPORT"} />
          </div>
          <div hidden={step !== 1}>
            <TextField name="reason" rows={3} isRequired={step === 1} />
            <TextField name="remedy" rows={3} isRequired={step === 1} />
            <TextField name="papers" rows={3} isRequired={false} />
          </div>
          <div hidden={step !== 2}>
            <p>{t("recognise.lastWord")}</p>
            <Form.Item
              name="retyped"
              label={t("action.retype", { text: caseNumber })}
              normalize={plainDigits}
              rules={step === 2 ? [{ required: true }] : []}
            >
              <Input className="number" autoComplete="off" />
            </Form.Item>
          </div>
          {fault !== null && <FaultBox fault={fault} />}
          {isNotThere && <p role="status">{t("recognise.notThere")}</p>}
          <Space>
            {step > 0 && fault?.code !== "LOST" && (
              <Button onClick={() => setStep(step - 1)}>{t("recognise.back")}</Button>
            )}
            {fault?.code === "LOST" ? (
              <Button type="primary" loading={isSending} onClick={() => void look()}>
                {t("recognise.look")}
              </Button>
            ) : step < STEPS.length - 1 ? (
              <Button type="primary" htmlType="submit" disabled={!mayGoOn}>
                {t("recognise.next")}
              </Button>
            ) : (
              <Button
                type="primary"
                danger
                htmlType="submit"
                loading={isSending}
                disabled={!mayGoOn || fields.retyped !== caseNumber}
              >
                {t("recognise.send")}
              </Button>
            )}
          </Space>
        </Form>
      </section>
      <Consequence answered={answered} isComplete={input !== null} />
    </div>
  );
}

function withCountry(document: DocumentOf, { issuingCountry }: Fields): DocumentOf {
  return issuingCountry ? { ...document, issuingCountry } : document;
}

interface TextFieldProps {
  readonly name: "reason" | "remedy" | "papers";
  readonly rows: number;
  readonly isRequired: boolean;
}

function TextField({ name, rows, isRequired }: TextFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={t(`recognise.${name}`)}
      rules={isRequired ? [{ required: true, whitespace: true }] : []}
    >
      <Input.TextArea rows={rows} maxLength={LONGEST_TEXT} />
    </Form.Item>
  );
}

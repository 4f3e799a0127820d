import { Button, Form, Input, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  AccountOpening,
  LineOpening,
  type AccountOpeningQuery,
  type AccountOpeningQueryVariables,
  type LineOpeningQueryVariables,
} from "../../../generated/operations";
import type { HubFault } from "../../hub/hubFault";
import { FaultBox } from "../../parts/FaultBox";
import { Findings } from "../../parts/Findings";
import { formatMinute } from "../../parts/formatTime";
import { DocumentItems, toDocument, type TypedDocument } from "../../parts/DocumentItems";
import { SilentRows } from "../../parts/SilentRows";
import { REFERENCE } from "../../session/reference";
import { plainDigits } from "../../parts/plainDigits";
import { useSession } from "../../session/session";

type Decision = NonNullable<NonNullable<AccountOpeningQuery["subject"]>["accountOpening"]>;

interface OpeningValues extends TypedDocument {
  readonly reference: string;
  readonly product: string;
  readonly exemption?: AccountOpeningQueryVariables["exemption"];
  readonly reviewReason?: string;
}

const PRODUCTS = {
  BANKING: [
    "DEBIT_CARD_CLASS_I",
    "DEBIT_CARD_CLASS_II",
    "DEBIT_CARD_CLASS_III",
    "CREDIT_CARD",
    "PASSBOOK_CLASS_I",
    "UNIT_SETTLEMENT",
    "UNIT_CARD",
  ],
  PAYMENT: ["PAYMENT_CLASS_I", "PAYMENT_CLASS_II", "PAYMENT_CLASS_III"],
  TELECOM: ["MOBILE", "FIXED_LINE", "BROADBAND", "IOT"],
} as const;
const EXEMPTIONS = ["SOCIAL_SECURITY", "MEDICAL", "MILITARY"] as const;
const DEBIT_CARD = /^DEBIT_CARD/;
const LONGEST_REASON = 500;

/** May this be opened for this person today: the outcome first, then why, each reason with its article. */
export function OpeningPage(): ReactNode {
  const { t } = useTranslation();
  const { ask, caller, choosePurpose } = useSession();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [fault, setFault] = useState<HubFault | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [form] = Form.useForm<OpeningValues>();
  const asked = Form.useWatch("product", form) as string | undefined;
  const forget = (): void => {
    // The last person's decision must not stand beside this one's number.
    setDecision(null);
    setFault(null);
  };
  const house = caller.institution?.code ?? "";
  const isCarrier = caller.sector === "TELECOM";
  const products =
    PRODUCTS[caller.sector === "TELECOM" || caller.sector === "PAYMENT" ? caller.sector : "BANKING"];
  const check = async ({ reference, product, ...values }: OpeningValues): Promise<void> => {
    setIsAsking(true);
    forget();
    const purpose = { purpose: isCarrier ? "LINE_OPENING" : "ACCOUNT_OPENING", reference };
    choosePurpose(purpose);
    const document = toDocument(values);
    const { exemption, reviewReason } = values;
    const answer = isCarrier
      ? await ask(
          LineOpening,
          { document, carrier: house, kind: product as LineOpeningQueryVariables["kind"] },
          { purpose },
        )
      : await ask(
          AccountOpening,
          {
            document,
            institution: house,
            product: product as AccountOpeningQueryVariables["product"],
            // What was said of a debit card is not said of something else that was chosen after it.
            exemption: (DEBIT_CARD.test(product) ? exemption : null) ?? null,
            reviewReason: (DEBIT_CARD.test(product) ? reviewReason?.trim() : null) || null,
          },
          { purpose },
        );
    setIsAsking(false);
    const subject = answer.data?.subject;
    setDecision(!subject ? null : "lineOpening" in subject ? subject.lineOpening : subject.accountOpening);
    setFault(answer.faults[0] ?? null);
  };
  return (
    <>
      <h1>{t("nav.opening")}</h1>
      <div className="opening">
        <Form
          form={form}
          layout="vertical"
          size="small"
          className="card"
          initialValues={{ product: products[0] }}
          disabled={isAsking}
          onValuesChange={forget}
          onFinish={values => void check(values)}
        >
          <Form.Item
            name="reference"
            label={t("opening.reference")}
            extra={t("opening.bound")}
            normalize={plainDigits}
            rules={[{ required: true, pattern: REFERENCE, message: t("purpose.referenceWrong") }]}
          >
            <Input className="number" maxLength={64} />
          </Form.Item>
          <DocumentItems />
          <Form.Item name="product" label={t("opening.product")}>
            <Select
              options={products.map(value => ({
                value,
                label: t(isCarrier ? `enums.LineKind.${value}` : `enums.AccountProduct.${value}`),
              }))}
            />
          </Form.Item>
          {DEBIT_CARD.test(asked ?? "") && <DebitCardItems />}
          <Button type="primary" htmlType="submit" loading={isAsking}>
            {t("opening.check")}
          </Button>
        </Form>
        <div>
          {fault !== null && <FaultBox fault={fault} />}
          {decision !== null && <DecisionView decision={decision} onRetry={form.submit} />}
          {decision === null && fault === null && <p className="quiet">{t("opening.lead")}</p>}
        </div>
      </div>
    </>
  );
}

const TONES: Readonly<Record<Decision["outcome"], string>> = {
  ALLOW: "verdict-none",
  DENY: "verdict-red",
  REVIEW: "verdict-amber",
  UNKNOWN: "verdict-amber",
};

interface DecisionViewProps {
  readonly decision: Decision;
  readonly onRetry: () => void;
}

function DecisionView({ decision, onRetry }: DecisionViewProps): ReactNode {
  const { t } = useTranslation();
  const { caller } = useSession();
  const products = caller.sector === "TELECOM" ? "LineKind" : "AccountProduct";
  return (
    <section className="card" aria-live="polite">
      <div className="verdict">
        <span className={TONES[decision.outcome]}>{t(`enums.OpeningOutcome.${decision.outcome}`)}</span>
      </div>
      <p>
        {decision.product && <b>{t(`enums.${products}.${decision.product}`)}</b>}{" "}
        {decision.on && t("opening.onDay", { day: decision.on })}
      </p>
      <SilentRows coverage={decision.coverage} onRetry={onRetry} />
      {decision.findings.length === 0 ? (
        <p>{t("opening.noFinding")}</p>
      ) : (
        <Findings findings={decision.findings} />
      )}
      <p className="quiet">
        {t("opening.decided", {
          at: formatMinute(decision.decidedAt),
          version: t(`enums.RuleVersion.${decision.ruleVersion}`),
        })}{" "}
        <span className="number">{decision.id}</span>
      </p>
    </section>
  );
}

/** What a further debit card may rest on: it does not count, or there is a written reason. */
function DebitCardItems(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="exemption" label={t("opening.exemption")}>
        <Select
          allowClear
          options={EXEMPTIONS.map(value => ({ value, label: t(`enums.LimitExemption.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reviewReason" label={t("opening.reviewReason")}>
        <Input.TextArea rows={2} maxLength={LONGEST_REASON} />
      </Form.Item>
    </>
  );
}

import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AccountInstitutions, IssueStopPayment } from "../../../generated/operations";
import { useAnswer } from "../../hub/useAnswer";
import { ActionButton } from "../../parts/ActionButton";
import { fromChinaMinute, toChinaMinute } from "../../parts/chinaMinute";
import { FaultBox } from "../../parts/FaultBox";
import { plainDigits } from "../../parts/plainDigits";
import { useSession } from "../../session/session";
import { purposeOf } from "./purposeOf";

const AMOUNT = /^\d{1,15}(?:\.\d{1,2})?$/;

interface StopPaymentButtonProps {
  readonly caseNumber: string;
  readonly onDone: () => void;
}

/** Stops an account for 48 hours from the moment of the request; institution, number and holder must all match. */
export function StopPaymentButton({ caseNumber, onDone }: StopPaymentButtonProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  return (
    <ActionButton
      label={t("stop.issue")}
      consequence={t("stop.means")}
      fields={<StopFields />}
      run={(_, values) => {
        const { accountInstitution = "", accountNumber = "", holderName = "", amount = "", at = "" } = values;
        const account = { accountInstitution, accountNumber, holderName: holderName.trim() };
        const input = { caseNumber, ...account, amount, requestedAt: fromChinaMinute(at) };
        return ask(IssueStopPayment, { input }, { purpose: purposeOf(caseNumber) });
      }}
      onDone={onDone}
    />
  );
}

function StopFields(): ReactNode {
  const { t } = useTranslation();
  const { standing } = useSession();
  const { data, refusal, askAgain } = useAnswer(AccountInstitutions, {}, standing, true);
  const houses = (data?.institutions ?? []).filter(
    ({ sector }) => sector !== "TELECOM" && sector !== "POLICE",
  );
  const required = [{ required: true, whitespace: true }];
  return (
    <>
      {/* An empty list would say that there are no institutions. */}
      {refusal !== null && <FaultBox fault={refusal} onRetry={askAgain} />}
      <Form.Item name="accountInstitution" label={t("account.institution")} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={houses.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
        />
      </Form.Item>
      <Form.Item name="accountNumber" label={t("account.number")} normalize={plainDigits} rules={required}>
        <Input className="number" autoComplete="off" />
      </Form.Item>
      <Form.Item name="holderName" label={t("stop.holder")} rules={required}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="amount"
        label={t("stop.amount")}
        normalize={plainDigits}
        rules={[{ required: true, pattern: AMOUNT, message: t("stop.amountWrong") }]}
      >
        <Input className="number" autoComplete="off" />
      </Form.Item>
      <Form.Item name="at" label={t("stop.at")} initialValue={toChinaMinute(new Date())} rules={required}>
        <Input type="datetime-local" className="number" />
      </Form.Item>
    </>
  );
}

import { Button, Form, Input, InputNumber, Select, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { csvRow } from "../../parts/csvRow";
import { plainDigits } from "../../parts/plainDigits";
import { CALL_KINDS } from "./readCalls";

interface Fields {
  readonly number: string;
  readonly kind: string;
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly callCount?: number | null;
  readonly evidence?: string;
}

const LONGEST_EVIDENCE = 500;

/** One observation, filled in by hand; it joins the table below as a line of its own. */
export function CallFields({ onAdd }: { readonly onAdd: (row: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const add = (fields: Fields): void => {
    const { number, kind, observedFrom, observedTo, callCount, evidence = "" } = fields;
    onAdd(csvRow([number, kind, observedFrom, observedTo, String(callCount ?? ""), evidence]));
    form.resetFields();
  };
  const required = [{ required: true }];
  return (
    <Form form={form} layout="vertical" size="small" onFinish={add}>
      <Space wrap align="start">
        <Form.Item
          name="number"
          label={t("line.number")}
          normalize={plainDigits}
          rules={[{ required: true, pattern: /^\d{5,20}$/, message: t("report.numberWrong") }]}
        >
          <Input className="number" autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={t("flags.kind")} rules={required}>
          <Select
            className="kind-field"
            options={CALL_KINDS.map(value => ({ value, label: t(`enums.AbnormalFlagKind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="observedFrom" label={t("report.from")} rules={required}>
          <Input type="datetime-local" className="number" />
        </Form.Item>
        <Form.Item name="observedTo" label={t("report.to")} rules={required}>
          <Input type="datetime-local" className="number" />
        </Form.Item>
        <Form.Item name="callCount" label={t("flags.calls")}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
        <Form.Item name="evidence" label={t("flags.evidence")}>
          <Input maxLength={LONGEST_EVIDENCE} />
        </Form.Item>
      </Space>
      <Button size="small" htmlType="submit">
        {t("report.add")}
      </Button>
    </Form>
  );
}

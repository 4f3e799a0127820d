import { Checkbox, Form, Input, InputNumber, Select, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EnumBoxes } from "../../parts/EnumBoxes";
import { today } from "../../parts/formatTime";

const ROLES = ["INDIVIDUAL", "UNIT", "ORGANISER", "RESPONSIBLE_MANAGER"] as const;
const CONDUCTS = [
  "ILLEGAL_SALE",
  "ILLEGAL_RENT",
  "ILLEGAL_LEND",
  "ILLEGAL_PURCHASE",
  "ILLEGAL_TRANSFER",
  "IMPERSONATION",
  "FICTITIOUS_AGENCY",
  "CRIMINAL_CONVICTION",
] as const;
const INSTRUMENTS = ["PERSONAL_CARD", "UNIT_ACCOUNT", "PAYMENT_ACCOUNT", "PHONE_CARD", "IOT_CARD"] as const;
const COUNTS = ["cardsOrAccounts", "occasions", "counterparties"] as const;
const COUNTRY_LETTERS = 3; // ISO 3166-1 alpha-3

/** What was done, with what, as whom and how often: all that decides the measures. */
export function DeedFields({ isPassport }: { readonly isPassport: boolean }): ReactNode {
  const { t } = useTranslation();
  const options = (name: string, values: readonly string[]) =>
    values.map(value => ({ value, label: t(`enums.${name}.${value}`) }));
  return (
    <>
      {isPassport && (
        <Form.Item name="issuingCountry" label={t("recognise.country")} rules={[{ required: true }]}>
          <Input className="number" maxLength={COUNTRY_LETTERS} />
        </Form.Item>
      )}
      <Form.Item name="conduct" label={t("sanction.conduct")} rules={[{ required: true }]}>
        <Select options={options("Conduct", CONDUCTS)} />
      </Form.Item>
      <Form.Item name="instruments" label={t("recognise.instruments")} rules={[{ required: true }]}>
        <EnumBoxes of="Instrument" values={INSTRUMENTS} />
      </Form.Item>
      <Form.Item name="role" label={t("recognise.role")} rules={[{ required: true }]}>
        <Select options={options("SanctionedRole", ROLES)} />
      </Form.Item>
      <Form.Item name="recognisedOn" label={t("sanction.recognisedOn")} rules={[{ required: true }]}>
        <Input type="date" max={today()} className="number" />
      </Form.Item>
      <Space>
        {COUNTS.map(name => (
          <Form.Item key={name} name={name} label={t(`recognise.${name}`)} initialValue={0}>
            <InputNumber min={0} precision={0} />
          </Form.Item>
        ))}
      </Space>
      <Form.Item name="convicted" valuePropName="checked">
        <Checkbox>{t("recognise.convicted")}</Checkbox>
      </Form.Item>
      <Form.Item name="repeat" valuePropName="checked">
        <Checkbox>{t("recognise.repeat")}</Checkbox>
      </Form.Item>
    </>
  );
}

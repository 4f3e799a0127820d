import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IDENTITY_DOCUMENT_TYPES } from "../../../../schema/contract/identityDocument";
import type { FindByDocumentQueryVariables } from "../../generated/operations";

/** An identity document as it is typed in. */
export type TypedDocument = FindByDocumentQueryVariables["document"];

const COUNTRY_LETTERS = 3; // ISO 3166-1 alpha-3

/** The items of a form that name an identity document; who issued a passport is part of it. */
export function DocumentItems(): ReactNode {
  const { t } = useTranslation();
  const type = Form.useWatch<string | undefined>("type");
  return (
    <>
      <Form.Item name="type" label={t("opening.type")} initialValue="RESIDENT_ID">
        <Select
          options={IDENTITY_DOCUMENT_TYPES.map(value => ({
            value,
            label: t(`enums.IdentityDocumentType.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="number" label={t("opening.number")} rules={[{ required: true, whitespace: true }]}>
        <Input className="number" autoComplete="off" />
      </Form.Item>
      {type === "PASSPORT" && (
        <Form.Item name="issuingCountry" label={t("recognise.country")} rules={[{ required: true }]}>
          <Input className="number" maxLength={COUNTRY_LETTERS} />
        </Form.Item>
      )}
    </>
  );
}

/** The document that such a form holds. */
export function toDocument({ type, number, issuingCountry }: TypedDocument): TypedDocument {
  return { type, number, ...(issuingCountry ? { issuingCountry } : {}) };
}

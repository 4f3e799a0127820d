import { Form, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddCaseSubject, type AddCaseSubjectMutationVariables } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { DocumentItems, toDocument, type TypedDocument } from "../../parts/DocumentItems";
import { useSession } from "../../session/session";
import { purposeOf } from "./purposeOf";

type Input = AddCaseSubjectMutationVariables["input"];

const ROLES: readonly Input["role"][] = [
  "HOLDER",
  "PERPETRATOR",
  "LEGAL_REPRESENTATIVE",
  "RESPONSIBLE_PERSON",
  "VICTIM",
];

interface AddSubjectProps {
  readonly caseNumber: string;
  /** Somebody who was found by a number, and whose document is masked; null where a document is given. */
  readonly subjectId: string | null;
  readonly onDone: () => void;
  readonly onLost?: () => void;
}

/** Puts a person into a case with a reason. It opens nothing until the lead has confirmed them. */
export function AddSubject({ caseNumber, subjectId, onDone, onLost = onDone }: AddSubjectProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  return (
    <ActionButton
      label={t("cases.add")}
      consequence={t("cases.addMeans")}
      question={t("cases.addWhy")}
      fields={
        <>
          {subjectId === null && <DocumentItems />}
          <Form.Item name="role" label={t("involvement.role")} initialValue="HOLDER">
            <Select options={ROLES.map(value => ({ value, label: t(`enums.InvolvementRole.${value}`) }))} />
          </Form.Item>
        </>
      }
      run={(reason, { role, ...typed }) => {
        const whom =
          subjectId === null ? { document: toDocument(typed as unknown as TypedDocument) } : { subjectId };
        const input = { caseNumber, ...whom, role: role as Input["role"], reason };
        return ask(AddCaseSubject, { input }, { purpose: purposeOf(caseNumber) });
      }}
      onDone={onDone}
      onLost={onLost}
    />
  );
}

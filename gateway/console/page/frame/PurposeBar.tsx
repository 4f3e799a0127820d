import { Button, Form, Input, Popover, Select } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MyCases, type MyCasesQuery } from "../../generated/operations";
import { findRefusal, type HubFault } from "../hub/hubFault";
import { FaultBox } from "../parts/FaultBox";
import { plainDigits } from "../parts/plainDigits";
import { REFERENCE } from "../session/reference";
import { useSession, type Purpose } from "../session/session";

/** Purpose and reference, always in sight; chosen once, changed here. */
export function PurposeBar(): ReactNode {
  const { t } = useTranslation();
  const { purpose, caller, choosePurpose } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (caller.purposes.length === 0) return null;
  const choose = (chosen: Purpose): void => {
    choosePurpose(chosen);
    setIsOpen(false);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="click"
      placement="bottomRight"
      content={<PurposeForm onChoose={choose} />}
    >
      <Button size="small" className={purpose === null ? "purpose purpose-missing" : "purpose"}>
        {purpose === null ? (
          t("purpose.missing")
        ) : (
          <>
            {t(`enums.Purpose.${purpose.purpose}`)} <span className="number">{purpose.reference}</span>
          </>
        )}{" "}
        ▾
      </Button>
    </Popover>
  );
}

function PurposeForm({ onChoose }: { readonly onChoose: (purpose: Purpose) => void }): ReactNode {
  const { t } = useTranslation();
  const { caller, purpose } = useSession();
  const [form] = Form.useForm<{ purpose: string; reference?: string }>();
  const chosen = Form.useWatch("purpose", form);
  return (
    <Form
      form={form}
      layout="vertical"
      size="small"
      className="purpose-form"
      initialValues={{
        purpose: purpose?.purpose ?? caller.purposes[0],
        reference: purpose?.reference ?? undefined,
      }}
      onFinish={values => onChoose({ purpose: values.purpose, reference: values.reference || null })}
    >
      <Form.Item name="purpose" label={t("purpose.purpose")}>
        <Select options={caller.purposes.map(value => ({ value, label: t(`enums.Purpose.${value}`) }))} />
      </Form.Item>
      {chosen === "CASE" ? (
        <CaseField />
      ) : (
        <Form.Item
          name="reference"
          label={t("purpose.reference")}
          normalize={plainDigits}
          rules={[{ pattern: REFERENCE, message: t("purpose.referenceWrong") }]}
        >
          <Input maxLength={64} className="number" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit">
        {t("purpose.use")}
      </Button>
    </Form>
  );
}

function CaseField(): ReactNode {
  const { t } = useTranslation();
  const { ask, standing } = useSession();
  const [found, setFound] = useState<MyCasesQuery["cases"]>(null);
  const [fault, setFault] = useState<HubFault | null>(null);
  const load = async (): Promise<void> => {
    const { data, faults } = await ask(MyCases, { status: "OPEN" }, { purpose: standing, isAside: true });
    setFound(data?.cases ?? null);
    setFault(findRefusal(data, faults));
  };
  useEffect(() => {
    void load();
    // Once for each time that the form is opened.
  }, []);
  const options = found?.nodes.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }));
  return (
    <Form.Item
      name="reference"
      label={t("purpose.case")}
      rules={[{ required: true }]}
      extra={
        fault !== null ? (
          <FaultBox fault={fault} onRetry={() => void load()} />
        ) : found?.pageInfo.hasNextPage === true ? (
          t("purpose.moreCases")
        ) : undefined
      }
    >
      <Select
        showSearch
        loading={found === null && fault === null}
        options={options ?? []}
        className="case-field"
      />
    </Form.Item>
  );
}

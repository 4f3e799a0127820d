import { App, Button, Form, Input, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HubAnswer } from "../hub/askHub";
import { findRefusal, type HubFault } from "../hub/hubFault";
import { FaultBox } from "./FaultBox";
import { plainDigits } from "./plainDigits";

interface ActionButtonProps {
  readonly label: string;
  /** What will follow, said before anything is sent. */
  readonly consequence: string;
  /** What has to be said with it; nothing, where the hub takes no words. */
  readonly question?: string;
  /** What else has to be given: items of the form. */
  readonly fields?: ReactNode;
  /** What has to be typed again, because it cannot be undone. */
  readonly retype?: string;
  readonly isDisabled?: boolean;
  readonly run: (text: string, values: Readonly<Record<string, string>>) => Promise<HubAnswer<object>>;
  readonly onDone: () => void;
  /** Looks how things stand, where nobody knows whether it was done; as after it was done, unless told otherwise. */
  readonly onLost?: () => void;
}

type Values = Record<string, string> & { readonly text?: string };

/** A change: says what will follow, asks for what it needs, sends it, and says what became of it. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { label, consequence, question, fields, retype, isDisabled, run, onDone, onLost = onDone } = props;
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<HubFault | null>(null);
  const close = (): void => {
    setIsOpen(false);
    setFault(null);
  };
  const send = async ({ text = "", ...values }: Values): Promise<void> => {
    setIsRunning(true);
    const { data, faults } = await run(text, values);
    setIsRunning(false);
    const refusal = findRefusal(data, faults);
    if (refusal?.code === "LOST") {
      // Sent again from here, it could be done twice: first it is seen what has become of it.
      close();
      void modal.warning({ title: t("fault.LOST.what"), content: t("fault.LOST.next") });
      return onLost();
    }
    setFault(refusal);
    if (refusal !== null) return;
    close();
    void message.success(t("action.done"));
    onDone();
  };
  return (
    <>
      <Button size="small" disabled={isDisabled ?? false} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Modal title={label} open={isOpen} footer={null} onCancel={close} destroyOnHidden>
        <p>{consequence}</p>
        {fault !== null && <FaultBox fault={fault} />}
        <Form layout="vertical" onFinish={(values: Values) => void send(values)}>
          {fields}
          {question !== undefined && (
            <Form.Item name="text" label={question} rules={[{ required: true, whitespace: true }]}>
              <Input.TextArea rows={3} maxLength={500} showCount />
            </Form.Item>
          )}
          {retype !== undefined && <RetypeItem text={retype} />}
          <Button type="primary" danger={retype !== undefined} htmlType="submit" loading={isRunning}>
            {label}
          </Button>
        </Form>
      </Modal>
    </>
  );
}

function RetypeItem({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="retyped"
      label={t("action.retype", { text })}
      normalize={plainDigits}
      rules={[{ required: true, pattern: exactly(text), message: t("action.retypeWrong") }]}
    >
      <Input className="number" autoComplete="off" />
    </Form.Item>
  );
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

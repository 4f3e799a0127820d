import { App, Button, Form, Input, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HubAnswer } from "../hub/askHub";
import { findRefusal, type HubFault } from "../hub/hubFault";
import { FaultBox } from "./FaultBox";

interface ActionButtonProps {
  readonly label: string;
  /** What will follow, said before anything is sent. */
  readonly consequence: string;
  /** What has to be said with it. */
  readonly question: string;
  readonly run: (text: string) => Promise<HubAnswer<object>>;
  readonly onDone: () => void;
}

/** A change: says what will follow, asks for the reason, sends it, and says what became of it. */
export function ActionButton({ label, consequence, question, run, onDone }: ActionButtonProps): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<HubFault | null>(null);
  const send = async ({ text }: { text: string }): Promise<void> => {
    setIsRunning(true);
    const { data, faults } = await run(text);
    setIsRunning(false);
    const refusal = findRefusal(data, faults);
    setFault(refusal);
    if (refusal !== null) return;
    setIsOpen(false);
    void message.success(t("action.done"));
    onDone();
  };
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Modal title={label} open={isOpen} footer={null} onCancel={() => setIsOpen(false)} destroyOnHidden>
        <p>{consequence}</p>
        {fault !== null && <FaultBox fault={fault} />}
        <Form layout="vertical" onFinish={(values: { text: string }) => void send(values)}>
          <Form.Item name="text" label={question} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isRunning}>
            {label}
          </Button>
        </Form>
      </Modal>
    </>
  );
}

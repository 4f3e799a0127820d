import { Alert, Button, Space, Typography } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HubFault } from "../hub/hubFault";
import { useRefusalWords } from "./useRefusalWords";

interface FaultBoxProps {
  readonly fault: HubFault;
  readonly onRetry?: () => void;
}

/** What the hub's own sentence adds to ours: what exactly is wrong with what was given. */
const WITH_SENTENCE: readonly string[] = [
  "BAD_INPUT",
  "INVALID_DOCUMENT",
  "INVALID_TRANSITION",
  "AUTHORITY_TOO_LOW",
  "LIMIT_EXCEEDED",
  "REQUEST_ID_REUSED",
];

/** What happened, what it means, and the next step; refused, offline and broken never look like an empty answer. */
export function FaultBox({ fault, onRetry }: FaultBoxProps): ReactNode {
  const { t } = useTranslation();
  const words = useRefusalWords()(fault.message);
  return (
    <Alert
      className="fault"
      type={fault.code === "INTERNAL" ? "error" : "warning"}
      showIcon
      title={t(`fault.${fault.code}.what`)}
      description={
        <>
          <p>{t(`fault.${fault.code}.next`)}</p>
          {words !== null ? (
            <p>{words}</p>
          ) : (
            WITH_SENTENCE.includes(fault.code) && <p lang="en">{fault.message}</p>
          )}
          {fault.id !== null && (
            <p>
              {t("fault.id")}{" "}
              <Typography.Text code copyable>
                {fault.id}
              </Typography.Text>
            </p>
          )}
        </>
      }
      action={
        onRetry === undefined ? undefined : (
          <Space>
            <Button size="small" onClick={onRetry}>
              {t("fault.retry")}
            </Button>
          </Space>
        )
      }
    />
  );
}

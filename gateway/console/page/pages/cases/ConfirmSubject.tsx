import { Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmCaseSubject } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { useSession } from "../../session/session";
import { purposeOf } from "./purposeOf";

interface ConfirmSubjectProps {
  readonly caseNumber: string;
  readonly involvementId: string;
  readonly isConfirmed: boolean;
  readonly onDone: () => void;
}

/** The lead's word that a person belongs to the case, or that they do not any more. */
export function ConfirmSubject({
  caseNumber,
  involvementId,
  isConfirmed,
  onDone,
}: ConfirmSubjectProps): ReactNode {
  const { t } = useTranslation();
  const { ask } = useSession();
  const say = (confirmed: boolean) => () =>
    ask(ConfirmCaseSubject, { input: { involvementId, confirmed } }, { purpose: purposeOf(caseNumber) });
  return (
    <Space>
      {isConfirmed ? (
        <ActionButton
          label={t("cases.unconfirm")}
          consequence={t("cases.unconfirmMeans")}
          run={say(false)}
          onDone={onDone}
        />
      ) : (
        <ActionButton
          label={t("cases.confirm")}
          consequence={t("cases.confirmMeans")}
          run={say(true)}
          onDone={onDone}
        />
      )}
    </Space>
  );
}

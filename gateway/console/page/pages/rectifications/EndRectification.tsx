import { Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CloseRectification, type RectificationsQuery } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { useSession } from "../../session/session";

export type Rectification = NonNullable<RectificationsQuery["rectifications"]>[number];

interface EndRectificationProps {
  readonly one: Rectification;
  readonly onDone: () => void;
}

/** Ends what is open: it is mended, or whoever let the time pass is shut. Before that nobody is. */
export function EndRectification({ one, onDone }: EndRectificationProps): ReactNode {
  const { t } = useTranslation();
  const { ask, standing } = useSession();
  const end = (shut: boolean) => (note: string) =>
    ask(CloseRectification, { input: { rectificationId: one.id, shut, note } }, { purpose: standing });
  if (one.status !== "ORDERED" && one.status !== "OVERDUE") return null;
  return (
    <Space>
      <ActionButton
        label={t("rectifications.close")}
        consequence={t("rectifications.closeMeans")}
        question={t("rectifications.note")}
        run={end(false)}
        onDone={onDone}
      />
      {one.status === "OVERDUE" && (
        <ActionButton
          label={t("rectifications.shut")}
          consequence={t("rectifications.shutMeans")}
          question={t("rectifications.note")}
          retype={one.targetCode}
          run={end(true)}
          onDone={onDone}
        />
      )}
    </Space>
  );
}

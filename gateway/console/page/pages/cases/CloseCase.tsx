import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CloseCase as Close } from "../../../generated/operations";
import { ActionButton } from "../../parts/ActionButton";
import { useSession } from "../../session/session";
import type { Case } from "./CasePage";
import { isLeadOf } from "./isLeadOf";
import { purposeOf } from "./purposeOf";

interface CloseCaseProps {
  readonly found: Case;
  readonly onDone: () => void;
}

/** The lead ends a case: from then on it is no reason to look at anybody. */
export function CloseCase({ found, onDone }: CloseCaseProps): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { number } = found;
  if (!isLeadOf(session, found)) return null;
  return (
    <ActionButton
      label={t("cases.close")}
      consequence={t("cases.closeMeans")}
      question={t("cases.closeWhy")}
      retype={number}
      run={reason => session.ask(Close, { input: { number, reason } }, { purpose: purposeOf(number) })}
      onDone={onDone}
    />
  );
}

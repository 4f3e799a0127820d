import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Issuer } from "./signIn";
import type { SignInTrouble } from "./signInTrouble";

interface SignInTroubleBoxProps {
  readonly trouble: SignInTrouble;
  readonly at: Issuer | null;
  readonly onAgain: (() => void) | null;
}

/** Why a sign-in has not come about, and the next step. */
export function SignInTroubleBox({ trouble, at, onAgain }: SignInTroubleBoxProps): ReactNode {
  const { t, i18n } = useTranslation();
  const own = `signIn.trouble.${trouble}`;
  const text = i18n.exists(own) ? own : `fault.${trouble}`;
  const issuer = at === null ? "" : `${t(`enums.CallerKind.${at.kind}`)} ${at.name}`;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(`${text}.what`, { issuer })}
      description={t(`${text}.next`, { issuer })}
      action={
        onAgain === null ? undefined : (
          <Button size="small" onClick={onAgain}>
            {t("signIn.again")}
          </Button>
        )
      }
    />
  );
}

import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../frame/LanguageSwitch";
import type { HubFault } from "../hub/hubFault";
import { leaveToSignIn, type Issuer } from "./signIn";

interface SignInPageProps {
  readonly issuers: readonly Issuer[];
  readonly fault: HubFault | null;
}

/** Where one says at which institution one signs in; who one is, is asked there. */
export function SignInPage({ issuers, fault }: SignInPageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <h1>
          <span className="brand-mark" aria-hidden="true" />
          {t("brand")}
        </h1>
        <LanguageSwitch />
      </div>
      <p>{t("signIn.lead")}</p>
      {fault !== null && (
        <Alert
          type="warning"
          showIcon
          title={t(`fault.${fault.code}.what`)}
          description={t(`fault.${fault.code}.next`)}
        />
      )}
      <ul className="issuers">
        {issuers.map(issuer => (
          <li key={issuer.name}>
            <Button block onClick={() => void leaveToSignIn(issuer, location.hash, true)}>
              <b>{t(`enums.CallerKind.${issuer.kind}`)}</b>
              <span className="quiet">{issuer.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet">{t("signIn.memory")}</p>
    </main>
  );
}

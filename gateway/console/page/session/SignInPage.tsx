import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../frame/LanguageSwitch";
import type { Issuer } from "./signIn";
import type { SignInTrouble } from "./signInTrouble";
import { SignInTroubleBox } from "./SignInTroubleBox";

interface SignInPageProps {
  readonly issuers: readonly Issuer[];
  readonly trouble: SignInTrouble | null;
  readonly at: Issuer | null;
  readonly onChoose: (issuer: Issuer) => void;
  readonly onAgain: (() => void) | null;
}

/** Where one says at which institution one signs in; who one is, is asked there. */
export function SignInPage({ issuers, trouble, at, onChoose, onAgain }: SignInPageProps): ReactNode {
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
      {trouble !== null && <SignInTroubleBox trouble={trouble} at={at} onAgain={onAgain} />}
      <ul className="issuers">
        {issuers.map(issuer => (
          <li key={issuer.name}>
            <Button block onClick={() => onChoose(issuer)}>
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

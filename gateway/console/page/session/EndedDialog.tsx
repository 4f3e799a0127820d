import { Button, Modal, Space } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { WhoAmI } from "../../generated/operations";
import { askHub } from "../hub/askHub";
import type { Issuer } from "./signIn";
import { troubleOf, type SignInTrouble } from "./signInTrouble";
import { SignInTroubleBox } from "./SignInTroubleBox";
import { NoToken, signInInWindow } from "./signInWindow";

interface EndedDialogProps {
  readonly issuer: Issuer;
  /** Who has to sign in again: what stands on the page is theirs. */
  readonly callerId: string;
  readonly onRenewed: (token: string) => void;
  readonly signOut: () => void;
}

/**
 * Says that the sign-in has ended, over a page that stays as it is, out of sight: whoever comes by sees nothing of it, and
 * what was typed on it is still there afterwards.
 */
export function EndedDialog({ issuer, callerId, onRenewed, signOut }: EndedDialogProps): ReactNode {
  const { t } = useTranslation();
  const [trouble, setTrouble] = useState<SignInTrouble | null>(null);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const attempt = useRef<AbortController | null>(null);
  useEffect(() => () => attempt.current?.abort(), []);
  const renew = async (): Promise<void> => {
    attempt.current?.abort();
    const current = new AbortController();
    attempt.current = current;
    setTrouble(null);
    setIsUnderWay(true);
    try {
      const token = await signInInWindow(issuer, trouble === "anotherPerson", current.signal);
      await requireSamePerson(token, callerId);
      onRenewed(token);
    } catch (error) {
      if (current.signal.aborted) return; // a later attempt has taken its place
      setIsUnderWay(false);
      setTrouble(error instanceof NoToken ? error.trouble : troubleOf(error));
    }
  };
  return (
    <Modal
      open
      rootClassName="ended-dialog"
      closable={false}
      keyboard={false}
      footer={null}
      title={t("fault.UNAUTHENTICATED.what")}
    >
      <p>{t("signIn.ended")}</p>
      {trouble !== null && <SignInTroubleBox trouble={trouble} at={issuer} onAgain={null} />}
      {isUnderWay && <p role="status">{t("signIn.underWay")}</p>}
      <Space className="ended-acts">
        <Button type="primary" onClick={() => void renew()}>
          {t(isUnderWay || trouble !== null ? "signIn.again" : "signIn.renew")}
        </Button>
        <Button onClick={signOut}>{t("signIn.leave")}</Button>
      </Space>
    </Modal>
  );
}

async function requireSamePerson(token: string, callerId: string): Promise<void> {
  const { data, faults } = await askHub(WhoAmI, {}, { token, purpose: null, reference: null });
  if (data?.me.id === callerId) return;
  if (data !== null) throw new NoToken("anotherPerson");
  const code = faults[0]?.code ?? "OFFLINE";
  throw new NoToken(code === "UNAUTHENTICATED" ? "notTaken" : code);
}

import { Spin } from "antd";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { WhoAmI, type WhoAmIQuery } from "../../generated/operations";
import { askHub } from "../hub/askHub";
import { SessionProvider } from "./SessionProvider";
import {
  fetchIssuers,
  finishSignIn,
  forgetIssuer,
  leaveToSignIn,
  rememberedIssuer,
  takeWayBack,
  type Issuer,
} from "./signIn";
import { SignInPage } from "./SignInPage";
import { troubleOf, type SignInTrouble } from "./signInTrouble";
import { handOverReturn } from "./signInWindow";

type Step = () => Promise<Entry>;

interface Outside {
  readonly state: "outside";
  readonly issuers: readonly Issuer[];
  readonly trouble: SignInTrouble | null;
  /** Where it came about, if at an issuer. */
  readonly at: Issuer | null;
  /** Tries once more what has failed. */
  readonly again: Step | null;
}

type Entry =
  | { readonly state: "waiting" }
  | { readonly state: "handedOver" }
  | Outside
  | {
      readonly state: "inside";
      readonly token: string;
      readonly issuer: Issuer;
      readonly caller: WhoAmIQuery["me"];
    };

const WAITING: Entry = { state: "waiting" };

/** Nobody gets past here who has not signed in; whatever stands in the way is said, and can be tried again. */
export function EntryGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [entry, setEntry] = useState<Entry>(WAITING);
  const take = useCallback((step: Step): void => {
    setEntry(WAITING);
    void step().then(setEntry);
  }, []);
  const hasBegun = useRef(false);
  useEffect(() => {
    // A code can be turned into a token once.
    if (hasBegun.current) return;
    hasBegun.current = true;
    take(enter);
  }, [take]);
  const signOut = useCallback(() => {
    forgetIssuer();
    location.replace("/");
  }, []);
  switch (entry.state) {
    case "waiting":
      return <Spin className="centred" size="large" />;
    case "handedOver":
      return (
        <main className="sign-in">
          <p role="status">{t("signIn.handedOver")}</p>
        </main>
      );
    case "outside": {
      const { issuers, trouble, at, again } = entry;
      return (
        <SignInPage
          issuers={issuers}
          trouble={trouble}
          at={at}
          onChoose={issuer => take(() => leave(issuers, issuer, true))}
          onAgain={again === null ? null : () => take(again)}
        />
      );
    }
    case "inside":
      return (
        <SessionProvider token={entry.token} caller={entry.caller} issuer={entry.issuer} signOut={signOut}>
          {children}
        </SessionProvider>
      );
  }
}

async function enter(): Promise<Entry> {
  if (handOverReturn()) return { state: "handedOver" };
  let issuers: readonly Issuer[];
  try {
    issuers = await fetchIssuers();
  } catch {
    return { ...outside([], "hubAway"), again: enter };
  }
  const back = takeWayBack(issuers);
  if (new URLSearchParams(location.search).has("state")) return comeBack(issuers, back);
  const issuer = rememberedIssuer(issuers);
  return issuer === null ? outside(issuers, null) : leave(issuers, issuer, false);
}

async function leave(issuers: readonly Issuer[], issuer: Issuer, choosesAnew: boolean): Promise<Entry> {
  try {
    await leaveToSignIn(issuer, location.hash, choosesAnew);
    return WAITING;
  } catch (error) {
    return outside(issuers, troubleOf(error), issuer, () => leave(issuers, issuer, choosesAnew));
  }
}

/** Back from the log-in page: the code goes out of the address, and the page that was left for it back in. */
async function comeBack(
  issuers: readonly Issuer[],
  back: { readonly issuer: Issuer; readonly returnTo: string } | null,
): Promise<Entry> {
  const address = location.href;
  history.replaceState(null, "", "/");
  // As a step and not by hand: the pages listen for it.
  if (back !== null && back.returnTo !== "") location.replace(back.returnTo);
  // Another tab has left, or the same address has come a second time.
  if (back === null) return outside(issuers, "used");
  const { issuer } = back;
  try {
    return await recognise(issuers, issuer, await finishSignIn(issuer, address));
  } catch (error) {
    return outside(issuers, troubleOf(error), issuer, () => leave(issuers, issuer, false));
  }
}

async function recognise(issuers: readonly Issuer[], issuer: Issuer, token: string): Promise<Entry> {
  const { data, faults } = await askHub(WhoAmI, {}, { token, purpose: null, reference: null });
  if (data !== null) return { state: "inside", token, issuer, caller: data.me };
  const code = faults[0]?.code ?? "OFFLINE";
  if (code !== "UNAUTHENTICATED")
    return outside(issuers, code, issuer, () => recognise(issuers, issuer, token));
  forgetIssuer();
  return outside(issuers, "notTaken", issuer, () => leave(issuers, issuer, true));
}

function outside(
  issuers: readonly Issuer[],
  trouble: SignInTrouble | null,
  at: Issuer | null = null,
  again: Step | null = null,
): Outside {
  return { state: "outside", issuers, trouble, at, again };
}

import { Spin } from "antd";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { WhoAmI, type WhoAmIQuery } from "../../generated/operations";
import { askHub } from "../hub/askHub";
import type { HubFault } from "../hub/hubFault";
import { SessionProvider } from "./SessionProvider";
import { SignInPage } from "./SignInPage";
import {
  fetchIssuers,
  finishSignIn,
  forgetIssuer,
  leaveToSignIn,
  rememberedIssuer,
  type Issuer,
} from "./signIn";

type Entry =
  | { readonly state: "waiting" }
  | { readonly state: "outside"; readonly issuers: readonly Issuer[]; readonly fault: HubFault | null }
  | {
      readonly state: "inside";
      readonly token: string;
      readonly caller: WhoAmIQuery["me"];
      readonly issuers: readonly Issuer[];
    };

const ENDED: HubFault = { code: "UNAUTHENTICATED", message: "", path: [], id: null };
const OFFLINE: HubFault = { code: "OFFLINE", message: "", path: [], id: null };

/** Nobody gets past here who has not signed in. */
export function EntryGate({ children }: { readonly children: ReactNode }): ReactNode {
  const [entry, setEntry] = useState<Entry>({ state: "waiting" });
  const hasBegun = useRef(false);
  useEffect(() => {
    // A code can be turned into a token once.
    if (hasBegun.current) return;
    hasBegun.current = true;
    enter().then(setEntry, () => setEntry({ state: "outside", issuers: [], fault: OFFLINE }));
  }, []);
  const signOut = useCallback(() => {
    forgetIssuer();
    location.replace("/");
  }, []);
  // Said, and not only done: whoever sits there must not wonder where the page has gone.
  const onEnded = useCallback(() => {
    forgetIssuer();
    history.replaceState(null, "", "/");
    setEntry(before =>
      before.state === "inside" ? { state: "outside", issuers: before.issuers, fault: ENDED } : before,
    );
  }, []);
  if (entry.state === "waiting") return <Spin className="centred" size="large" />;
  if (entry.state === "outside") return <SignInPage issuers={entry.issuers} fault={entry.fault} />;
  return (
    <SessionProvider token={entry.token} caller={entry.caller} signOut={signOut} onEnded={onEnded}>
      {children}
    </SessionProvider>
  );
}

async function enter(): Promise<Entry> {
  const issuers = await fetchIssuers();
  const issuer = rememberedIssuer(issuers);
  if (issuer === null) return { state: "outside", issuers, fault: null };
  if (!new URLSearchParams(location.search).has("state")) {
    await leaveToSignIn(issuer, location.hash, false);
    return { state: "waiting" };
  }
  try {
    const { token, returnTo } = await finishSignIn(issuer);
    if (returnTo !== "") location.hash = returnTo;
    const { data, faults } = await askHub(WhoAmI, {}, { token, purpose: null, reference: null });
    if (data !== null) return { state: "inside", token, caller: data.me, issuers };
    return { state: "outside", issuers, fault: faults[0] ?? OFFLINE };
  } catch {
    // The way back came too late or twice: it has to be gone anew, from the list.
    forgetIssuer();
    history.replaceState(null, "", "/");
    return { state: "outside", issuers, fault: null };
  }
}

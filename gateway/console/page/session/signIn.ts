import { InMemoryWebStorage, UserManager, WebStorageStateStore } from "oidc-client-ts";
import { SCOPES } from "../../../../schema/contract/scopes";

/** Where somebody can sign in, as the hub says. */
export interface Issuer {
  readonly name: string;
  readonly kind: string;
  readonly issuer: string;
}

/** A token just given. It lives in this page's memory and nowhere else. */
export interface SignedIn {
  readonly token: string;
  /** The page that was left for signing in. */
  readonly returnTo: string;
}

const CLIENT_ID = "console";
/** Which issuer this browser tab used: a page loaded anew goes back there, where the session still stands. */
const ISSUER_KEY = "duanka.issuer";

/** Asks the hub for the issuers that it trusts. */
export async function fetchIssuers(): Promise<readonly Issuer[]> {
  const response = await fetch("/console/config.json");
  const { issuers } = (await response.json()) as { issuers: readonly Issuer[] };
  return issuers;
}

/** The issuer that this tab signed in at, while it has not signed out. */
export function rememberedIssuer(issuers: readonly Issuer[]): Issuer | null {
  const name = sessionStorage.getItem(ISSUER_KEY);
  return issuers.find(issuer => issuer.name === name) ?? null;
}

/** Leaves for the issuer's log-in page. Asked for anew, it lets one choose; else it only renews. */
export async function leaveToSignIn(issuer: Issuer, returnTo: string, chooseAnew: boolean): Promise<void> {
  sessionStorage.setItem(ISSUER_KEY, issuer.name);
  await managerOf(issuer).signinRedirect({
    state: returnTo,
    ...(chooseAnew ? { prompt: "login" } : {}),
  });
}

/** Back from the log-in page: takes the code out of the address and makes it a token. */
export async function finishSignIn(issuer: Issuer): Promise<SignedIn> {
  const user = await managerOf(issuer).signinRedirectCallback();
  history.replaceState(null, "", "/");
  return { token: user.access_token, returnTo: typeof user.state === "string" ? user.state : "" };
}

/** From now on a page loaded anew asks who is there. */
export function forgetIssuer(): void {
  sessionStorage.removeItem(ISSUER_KEY);
}

function managerOf({ issuer }: Issuer): UserManager {
  return new UserManager({
    authority: issuer,
    client_id: CLIENT_ID,
    redirect_uri: `${location.origin}/`,
    response_type: "code",
    scope: ["openid", ...SCOPES].join(" "),
    loadUserInfo: false,
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    // What must outlive the way to the log-in page and back: the verifier of the code, no token.
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

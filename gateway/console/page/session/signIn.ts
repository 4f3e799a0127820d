import { OidcClient, WebStorageStateStore, type SigninRequest } from "oidc-client-ts";
import { SCOPES } from "../../../../schema/contract/scopes";

/** Where somebody can sign in, as the hub says. */
export interface Issuer {
  readonly name: string;
  readonly kind: string;
  readonly issuer: string;
}

/** Somebody on their way to the log-in page: where they went, and the page that they left for it. */
export interface WayBack {
  readonly issuer: Issuer;
  readonly returnTo: string;
}

const CLIENT_ID = "console";
/** Which issuer this browser tab used: a page loaded anew goes back there, where the session still stands. */
const ISSUER_KEY = "duanka.issuer";
/** Where this tab has left for, until it is back. */
const WAY_KEY = "duanka.way";
/** Longer than an issuer that works takes, shorter than anybody waits before a page that does not move. */
const ISSUER_LIMIT_SECONDS = 10;

/** Asks the hub for the issuers that it trusts. Throws where the hub cannot be reached. */
export async function fetchIssuers(): Promise<readonly Issuer[]> {
  const signal = AbortSignal.timeout(ISSUER_LIMIT_SECONDS * 1_000);
  const response = await fetch("/console/config.json", { signal });
  if (!response.ok) throw new Error(`the hub answered ${response.status}`);
  const { issuers } = (await response.json()) as { issuers: readonly Issuer[] };
  return issuers;
}

/** The issuer that this tab signed in at, while it has not signed out. */
export function rememberedIssuer(issuers: readonly Issuer[]): Issuer | null {
  return findIssuer(issuers, sessionStorage.getItem(ISSUER_KEY));
}

/**
 * Leaves for the issuer's log-in page. Asked for anew, it lets one choose; else it only renews. Whoever comes back from
 * there by the browser's own arrow has not signed in, and is not sent there again.
 */
export async function leaveToSignIn(issuer: Issuer, returnTo: string, choosesAnew: boolean): Promise<void> {
  const { url } = await requestSignIn(issuer, choosesAnew ? { prompt: "login" } : {});
  sessionStorage.removeItem(ISSUER_KEY);
  sessionStorage.setItem(WAY_KEY, JSON.stringify({ issuer: issuer.name, returnTo }));
  location.assign(url);
}

/** The way on which this tab has left, once; null where it has not left, or for an issuer that is trusted no more. */
export function takeWayBack(issuers: readonly Issuer[]): WayBack | null {
  const kept = sessionStorage.getItem(WAY_KEY);
  sessionStorage.removeItem(WAY_KEY);
  if (kept === null) return null;
  const way = JSON.parse(kept) as { issuer: string; returnTo: string };
  const issuer = findIssuer(issuers, way.issuer);
  return issuer === null ? null : { issuer, returnTo: way.returnTo };
}

/** What an issuer is asked with; the verifier of its code waits in this tab. Throws where the issuer does not answer. */
export async function requestSignIn(
  issuer: Issuer,
  options: { readonly prompt?: string; readonly url_state?: string },
): Promise<SigninRequest> {
  return clientOf(issuer).createSigninRequest(options);
}

/** Makes the code in the address that an issuer sent somebody back to a token, which lives in this page's memory alone. */
export async function finishSignIn(issuer: Issuer, address: string): Promise<string> {
  const { access_token: token } = await clientOf(issuer).processSigninResponse(address);
  sessionStorage.setItem(ISSUER_KEY, issuer.name);
  return token;
}

/** From now on a page loaded anew asks who is there. */
export function forgetIssuer(): void {
  sessionStorage.removeItem(ISSUER_KEY);
}

function findIssuer(issuers: readonly Issuer[], name: string | null): Issuer | null {
  return issuers.find(issuer => issuer.name === name) ?? null;
}

function clientOf({ issuer }: Issuer): OidcClient {
  return new OidcClient({
    authority: issuer,
    client_id: CLIENT_ID,
    redirect_uri: `${location.origin}/`,
    response_type: "code",
    scope: ["openid", ...SCOPES].join(" "),
    loadUserInfo: false,
    requestTimeoutInSeconds: ISSUER_LIMIT_SECONDS,
    // What must outlive the way to the log-in page and back: the verifier of the code, no token.
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

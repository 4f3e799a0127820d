import { finishSignIn, requestSignIn, type Issuer } from "./signIn";
import type { SignInTrouble } from "./signInTrouble";

/** Tells the page that has opened a window for signing in from a page that somebody has come back to. */
const IN_WINDOW = "window";
/** Between the windows of this page alone; what goes over it is of use only to the tab that holds the verifier. */
const CHANNEL = "duanka.sign-in";
const SHAPE = "popup,width=520,height=680";

/** A way on which no token can come. */
export class NoToken extends Error {
  constructor(readonly trouble: SignInTrouble) {
    super(trouble);
  }
}

/**
 * Signs in at an issuer in a window of its own and gives the token, so that the page underneath stays as it is. Throws
 * as the issuer does, `NoToken` where the browser opens no window, and the signal's reason where nobody waits any more.
 */
export async function signInInWindow(
  issuer: Issuer,
  choosesAnew: boolean,
  signal: AbortSignal,
): Promise<string> {
  // Opened while the click still counts: after the issuer has been asked a browser would take it for a nuisance.
  const opened = window.open("", "", SHAPE);
  if (opened === null) throw new NoToken("notOpened");
  try {
    const { url, state } = await requestSignIn(issuer, {
      url_state: IN_WINDOW,
      ...(choosesAnew ? { prompt: "login" } : {}),
    });
    const back = waitForReturn(state.id, signal);
    opened.location.href = url;
    return await finishSignIn(issuer, await back);
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** Whether this page is such a window, back from the issuer; then it hands the address on and has nothing else to do. */
export function handOverReturn(): boolean {
  const state = new URLSearchParams(location.search).get("state") ?? "";
  if (!state.endsWith(`;${IN_WINDOW}`)) return false;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(location.href);
  channel.close();
  history.replaceState(null, "", "/");
  window.close();
  return true;
}

function waitForReturn(stateId: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    const leave = (): void => {
      channel.close();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", leave, { once: true });
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      // Another tab's window may be on its way as well.
      if (new URL(data).searchParams.get("state")?.split(";")[0] !== stateId) return;
      signal.removeEventListener("abort", leave);
      channel.close();
      resolve(data);
    };
  });
}

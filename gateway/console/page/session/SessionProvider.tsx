import { useCallback, useMemo, useRef, useState, type ReactNode } from "react";
import type { WhoAmIQuery } from "../../generated/operations";
import { askHub, type HubAnswer } from "../hub/askHub";
import type { Operation } from "../hub/operation";
import { EndedDialog } from "./EndedDialog";
import { SessionContext, type AskOptions, type Purpose, type Session } from "./session";
import type { Issuer } from "./signIn";

interface SessionProviderProps {
  readonly token: string;
  readonly caller: WhoAmIQuery["me"];
  /** Where the caller has signed in, and does so again. */
  readonly issuer: Issuer;
  readonly signOut: () => void;
  readonly children: ReactNode;
}

/** Purposes that are true by who asks: nothing has to be chosen. */
const WITHOUT_REFERENCE = ["SUPERVISION", "AUDIT", "SELF"];

/** Gives the pages below a way to ask the hub in the name of whoever signed in. */
export function SessionProvider({
  token: firstToken,
  caller,
  issuer,
  signOut,
  children,
}: SessionProviderProps): ReactNode {
  const token = useRef(firstToken);
  // Everybody who waits for a new token, since the one they came with was not taken.
  const [waiting, setWaiting] = useState<readonly (() => void)[]>([]);
  const standing = useMemo(() => onlyPurpose(caller), [caller]);
  const [purpose, choosePurpose] = useState(standing);
  const [lastAnswer, setLastAnswer] = useState<HubAnswer<unknown> | null>(null);
  const ask = useCallback(
    async <Answer, Variables>(
      operation: Operation<Answer, Variables>,
      variables: Variables,
      options: AskOptions = {},
    ): Promise<HubAnswer<Answer>> => {
      const stated = options.purpose === undefined ? purpose : options.purpose;
      for (;;) {
        const credentials = {
          token: token.current,
          purpose: stated?.purpose ?? null,
          reference: stated?.reference ?? null,
        };
        const answer = await askHub(operation, variables, credentials, options.signal);
        if (!answer.faults.some(({ code }) => code === "UNAUTHENTICATED")) {
          if (options.isAside !== true) setLastAnswer(answer);
          return answer;
        }
        // Nothing was done of what it asked for, a change neither: it is asked again in the renewed sign-in.
        if (credentials.token === token.current) {
          await new Promise<void>(renewed => setWaiting(before => [...before, renewed]));
        }
        options.signal?.throwIfAborted();
      }
    },
    [purpose],
  );
  const renew = (renewed: string): void => {
    token.current = renewed;
    for (const goOn of waiting) goOn();
    setWaiting([]);
  };
  const session = useMemo<Session>(
    () => ({
      caller,
      may: scope => caller.scopes.includes(scope),
      purpose,
      choosePurpose,
      standing,
      ask,
      lastAnswer,
      signOut,
    }),
    [caller, purpose, standing, ask, lastAnswer, signOut],
  );
  return (
    <SessionContext value={session}>
      {children}
      {waiting.length > 0 && (
        <EndedDialog issuer={issuer} callerId={caller.id} onRenewed={renew} signOut={signOut} />
      )}
    </SessionContext>
  );
}

function onlyPurpose({ purposes }: WhoAmIQuery["me"]): Purpose | null {
  const purpose = purposes.find(one => WITHOUT_REFERENCE.includes(one));
  return purpose === undefined ? null : { purpose, reference: null };
}

import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { WhoAmIQuery } from "../../generated/operations";
import { askHub, type HubAnswer } from "../hub/askHub";
import type { Operation } from "../hub/operation";
import { SessionContext, type Purpose, type Session } from "./session";

interface SessionProviderProps {
  readonly token: string;
  readonly caller: WhoAmIQuery["me"];
  readonly signOut: () => void;
  /** The token is not taken any more. */
  readonly onEnded: () => void;
  readonly children: ReactNode;
}

/** Purposes that are true by who asks: nothing has to be chosen. */
const WITHOUT_REFERENCE = ["SUPERVISION", "AUDIT", "SELF"];

/** Gives the pages below a way to ask the hub in the name of whoever signed in. */
export function SessionProvider({
  token,
  caller,
  signOut,
  onEnded,
  children,
}: SessionProviderProps): ReactNode {
  const standing = useMemo(() => onlyPurpose(caller), [caller]);
  const [purpose, choosePurpose] = useState(standing);
  const [lastAnswer, setLastAnswer] = useState<HubAnswer<unknown> | null>(null);
  const ask = useCallback(
    async <Answer, Variables>(
      operation: Operation<Answer, Variables>,
      variables: Variables,
      options: { readonly purpose?: Purpose | null; readonly signal?: AbortSignal } = {},
    ): Promise<HubAnswer<Answer>> => {
      const stated = options.purpose === undefined ? purpose : options.purpose;
      const answer = await askHub(
        operation,
        variables,
        { token, purpose: stated?.purpose ?? null, reference: stated?.reference ?? null },
        options.signal,
      );
      if (answer.faults.some(({ code }) => code === "UNAUTHENTICATED")) onEnded();
      setLastAnswer(answer);
      return answer;
    },
    [token, purpose, onEnded],
  );
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
  return <SessionContext value={session}>{children}</SessionContext>;
}

function onlyPurpose({ purposes }: WhoAmIQuery["me"]): Purpose | null {
  const purpose = purposes.find(one => WITHOUT_REFERENCE.includes(one));
  return purpose === undefined ? null : { purpose, reference: null };
}

import { createContext, useContext } from "react";
import type { WhoAmIQuery } from "../../generated/operations";
import type { HubAnswer } from "../hub/askHub";
import type { Operation } from "../hub/operation";

/** What for a person's data is asked: a purpose and, where it needs one, the number that makes it true. */
export interface Purpose {
  readonly purpose: string;
  readonly reference: string | null;
}

/** How something is asked otherwise than under the chosen purpose, until it is answered, and shown at the foot. */
export interface AskOptions {
  readonly purpose?: Purpose | null;
  readonly signal?: AbortSignal;
  readonly isAside?: boolean;
}

/** Who works with the page now, and how the hub is asked in their name. */
export interface Session {
  readonly caller: WhoAmIQuery["me"];
  readonly may: (scope: string) => boolean;
  /** Null until it has been chosen. */
  readonly purpose: Purpose | null;
  readonly choosePurpose: (purpose: Purpose) => void;
  /** What is true by who asks; null for whoever has to say it, and asks for lists of work with none. */
  readonly standing: Purpose | null;
  /**
   * Asks in this session's name; `purpose` stands in for the chosen one, also where it is none. What is asked aside
   * is no answer that the page shows, but words or a choice for it: the line at the foot says nothing of it.
   */
  readonly ask: <Answer, Variables>(
    operation: Operation<Answer, Variables>,
    variables: Variables,
    options?: AskOptions,
  ) => Promise<HubAnswer<Answer>>;
  /** The answer that the page shows, for the line at its foot. */
  readonly lastAnswer: HubAnswer<unknown> | null;
  readonly signOut: () => void;
}

/** Filled by SessionProvider. */
export const SessionContext = createContext<Session | null>(null);

/** The session of whoever is signed in; nothing below SessionProvider is shown without one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("there is no session above this component");
  return session;
}

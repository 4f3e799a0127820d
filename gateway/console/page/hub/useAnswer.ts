import { useCallback, useEffect, useState } from "react";
import { useSession } from "../session/session";
import { findRefusal, type HubFault } from "./hubFault";
import type { HubAnswer } from "./askHub";
import type { Operation } from "./operation";

/** A question's answer as it comes: first none, then what was answered, or why nothing was. */
export interface Answered<Answer> {
  readonly isLoading: boolean;
  readonly data: Answer | null;
  readonly answer: HubAnswer<Answer> | null;
  /** Why nothing at all was answered. */
  readonly refusal: HubFault | null;
  readonly askAgain: () => void;
}

/** Asks as soon as there are variables, and again when these or the purpose change. */
export function useAnswer<Answer extends object, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables | null,
): Answered<Answer> {
  const { ask, purpose } = useSession();
  const [answer, setAnswer] = useState<HubAnswer<Answer> | null>(null);
  const [isLoading, setIsLoading] = useState(variables !== null);
  const [round, setRound] = useState(0);
  const asked = variables === null ? null : JSON.stringify(variables);
  useEffect(() => {
    if (asked === null) return setAnswer(null);
    const abort = new AbortController();
    setIsLoading(true);
    ask(operation, JSON.parse(asked) as Variables, { signal: abort.signal }).then(
      given => {
        setAnswer(given);
        setIsLoading(false);
      },
      () => undefined, // left before it answered: nobody waits for it any more
    );
    return () => abort.abort();
    // `ask` changes with the purpose alone, which is named here.
  }, [operation, asked, purpose, round]);
  const askAgain = useCallback(() => setRound(before => before + 1), []);
  const refusal = answer === null ? null : findRefusal(answer.data, answer.faults);
  return { isLoading, data: answer?.data ?? null, answer, refusal, askAgain };
}

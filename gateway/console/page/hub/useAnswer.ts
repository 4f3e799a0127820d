import { useCallback, useEffect, useState } from "react";
import { useSession, type Purpose } from "../session/session";
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

/**
 * Asks as soon as there are variables, and again when these or the purpose change. An answer stands only under the
 * question that it answers: another question begins with none, so that nobody's facts are read as somebody else's.
 * What is not about whom the purpose in the header is for (a list of work, figures) is asked for its `own`: under
 * the chosen one it would go on record, and be shown to strangers, as a look at them. What is asked `aside` does not
 * stand at the foot of the page.
 */
export function useAnswer<Answer extends object, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables | null,
  own?: Purpose | null,
  isAside = false,
): Answered<Answer> {
  const { ask, purpose: chosen } = useSession();
  const purpose = own === undefined ? chosen : own;
  const [given, setGiven] = useState<Given<Answer> | null>(null);
  const [round, setRound] = useState(0);
  const asked = variables === null ? null : JSON.stringify(variables);
  const question = `${operation.hash} ${purpose?.purpose ?? ""} ${purpose?.reference ?? ""} ${asked ?? ""}`;
  useEffect(() => {
    if (asked === null) return;
    const abort = new AbortController();
    ask(operation, JSON.parse(asked) as Variables, { purpose, signal: abort.signal, isAside }).then(
      answer => setGiven({ answer, question, round }),
      () => undefined, // left before it answered: nobody waits for it any more
    );
    return () => abort.abort();
    // The question names the operation, its variables and the purpose, with which alone `ask` changes.
  }, [question, round]);
  const askAgain = useCallback(() => setRound(before => before + 1), []);
  const answer = asked !== null && given?.question === question ? given.answer : null;
  const isLoading = asked !== null && (answer === null || given?.round !== round);
  const refusal = answer === null ? null : findRefusal(answer.data, answer.faults);
  return { isLoading, data: answer?.data ?? null, answer, refusal, askAgain };
}

/** What was answered, to which question, and at which asking of it. */
interface Given<Answer> {
  readonly answer: HubAnswer<Answer>;
  readonly question: string;
  readonly round: number;
}

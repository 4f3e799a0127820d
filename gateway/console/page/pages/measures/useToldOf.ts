import { useEffect, useRef } from "react";
import type { ToldSanctionsQuery } from "../../../generated/operations";
import type { Answered } from "../../hub/useAnswer";

const FEED_LAG_MS = 1_000; // a change is numbered for its readers shortly after it is made
const MOST_LOOKS = 10; // then it stands on another page of the list

/** Looks again until the feed tells of a sanction on which something has just been decided. */
export function useToldOf(sanctionId: string | null, answered: Answered<ToldSanctionsQuery>): void {
  const looks = useRef(0);
  const { data, isLoading, askAgain } = answered;
  const isTold = data?.policeChanges?.nodes.some(({ sanction }) => sanction?.id === sanctionId) ?? false;
  const isWaiting = sanctionId !== null && !isTold && !isLoading;
  useEffect(() => {
    looks.current = 0;
  }, [sanctionId]);
  useEffect(() => {
    if (!isWaiting || looks.current >= MOST_LOOKS) return;
    looks.current += 1;
    const timer = setTimeout(askAgain, FEED_LAG_MS);
    return () => clearTimeout(timer);
  }, [isWaiting, askAgain]);
}

/**
 * Calls `onOver` once so many milliseconds are over; answers how to stop it. A process that stood still meanwhile finds
 * what has come in and the end of the time at once: it reads first, so that what is there can still stop the limit.
 */
export function startTimeLimit(limitMs: number, onOver: () => void): () => void {
  let lastLook: NodeJS.Immediate | undefined;
  // Node runs timers before it reads what has come in, and this after it.
  const timer = setTimeout(() => void (lastLook = setImmediate(onOver)), Math.max(0, limitMs));
  return () => {
    clearTimeout(timer);
    clearImmediate(lastLook);
  };
}

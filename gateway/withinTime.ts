/**
 * What the work comes to, or a rejection with what `fail` makes once so many milliseconds are over. A process that stood
 * still meanwhile finds the answer and the end of the time at once: then the answer counts. The work is not stopped.
 */
export async function withinTime<T>(work: Promise<T>, limitMs: number, fail: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let lastLook: NodeJS.Immediate | undefined;
  const isLate = new Promise<never>((_resolve, reject) => {
    // Node runs timers before it reads what has come in, and this after it.
    const look = (): void => void (lastLook = setImmediate(() => reject(fail())));
    timer = setTimeout(look, Math.max(0, limitMs));
  });
  try {
    return await Promise.race([work, isLate]);
  } finally {
    clearTimeout(timer);
    clearImmediate(lastLook);
  }
}

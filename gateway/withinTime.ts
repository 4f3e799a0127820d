import { startTimeLimit } from "./startTimeLimit";

/**
 * What the work comes to, or a rejection with what `fail` makes once so many milliseconds are over. What has come in
 * while the process stood still counts. The work is not stopped.
 */
export async function withinTime<T>(work: Promise<T>, limitMs: number, fail: () => Error): Promise<T> {
  let stop = (): void => undefined;
  const isLate = new Promise<never>((_resolve, reject) => {
    stop = startTimeLimit(limitMs, () => reject(fail()));
  });
  try {
    return await Promise.race([work, isLate]);
  } finally {
    stop();
  }
}

/** What has been started so far, and how to end it. */
export interface Teardown {
  /** Remembers how to end what was just started. */
  add(end: () => unknown): void;
  /** Ends everything, the last started first; one that fails keeps no other from being ended. */
  close(): Promise<void>;
}

/** Gathers what is to be ended, so that a start that fails half-way leaves nothing behind. */
export function createTeardown(): Teardown {
  const ends: (() => unknown)[] = [];
  return {
    add: end => void ends.push(end),
    async close() {
      const failures: unknown[] = [];
      for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
        try {
          await end();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

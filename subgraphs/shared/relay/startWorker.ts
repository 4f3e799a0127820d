/** Something that is done again and again in the background. */
export interface WorkerParts {
  /** One bounded piece of work; true where more of it waits. */
  work(): Promise<boolean>;
  /** Told of a piece that failed; it is tried again after the rest. */
  onTrouble(error: unknown): void;
  readonly restMs?: number;
}

/** A running worker. */
export interface Worker {
  /** There is something to do: a rest ends at once, and a piece of work under way is followed by another. */
  wake(): void;
  /** Resolves when the piece under way has ended. */
  stop(): Promise<void>;
}

/** How long a change waits at most for whoever was not woken by it; short beside any due time. */
const REST_MS = 1_000;

/** Works until nothing is left, rests until it is woken or the time is up, and so on. */
export function startWorker({ work, onTrouble, restMs = REST_MS }: WorkerParts): Worker {
  let isStopped = false;
  let wasCalled = false;
  let rouse = (): void => undefined;

  function rest(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, restMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function tryOnce(): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      onTrouble(error);
      return false;
    }
  }

  /** A call during the work may be about what the work no longer saw. */
  const mayRest = (): boolean => !wasCalled && !isStopped;

  async function run(): Promise<void> {
    while (!isStopped) {
      wasCalled = false;
      const hasMore = await tryOnce();
      if (!hasMore && mayRest()) await rest();
    }
  }

  const ended = run();
  return {
    wake() {
      wasCalled = true;
      rouse();
    },
    async stop() {
      isStopped = true;
      rouse();
      await ended;
    },
  };
}

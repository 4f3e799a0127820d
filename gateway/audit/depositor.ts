import type { Checkpoint } from "./checkpoint";

/** Somebody else who keeps checkpoints. Throws where it could not. */
export interface Depository {
  readonly name: string;
  deposit(checkpoint: Checkpoint): Promise<void>;
}

/** Sees to it that every depository has the newest checkpoint. */
export interface Depositor {
  /** The newest of all: it stands for those before it, since its hash covers them. */
  offer(checkpoint: Checkpoint): void;
  /** Waits until each has been offered the newest once. */
  settle(): Promise<void>;
}

interface Place {
  readonly depository: Depository;
  newest: Checkpoint | null;
  kept: Checkpoint | null;
  busy: Promise<void> | null;
}

/** Each depository is served by itself, so that one that is away holds up no other. */
export function createDepositor(
  depositories: readonly Depository[],
  onTrouble: (depository: string, error: unknown) => void,
): Depositor {
  const places = depositories.map((depository): Place => ({
    depository,
    newest: null,
    kept: null,
    busy: null,
  }));

  async function serve(place: Place): Promise<void> {
    while (place.newest !== null && place.newest !== place.kept) {
      const checkpoint = place.newest;
      try {
        await place.depository.deposit(checkpoint);
        place.kept = checkpoint;
      } catch (error) {
        onTrouble(place.depository.name, error);
        break;
      }
    }
  }

  // Serving may end before its promise is in its place, where there is nothing to serve: never end it within itself.
  function start(place: Place): void {
    place.busy ??= serve(place).finally(() => (place.busy = null));
  }

  async function underWay(): Promise<void> {
    for (const place of places) await place.busy;
  }

  return {
    offer(checkpoint) {
      for (const place of places) {
        place.newest = checkpoint;
        start(place);
      }
    },
    async settle() {
      await underWay();
      // Whoever failed while the newest was already there has not been offered it.
      places.forEach(start);
      await underWay();
    },
  };
}

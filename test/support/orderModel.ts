/** Something that restricts, as plainly as it can be said. */
export interface ModelCause {
  readonly id: string;
  /** The kind of order that it brings about at an institution. */
  kindAt(institution: string): string;
  reaches(holding: string): boolean;
  /** What was carried out has to be undone when it ends. */
  readonly isUndone: boolean;
  /** Its institution knows the end, and lets go by itself when that has come. */
  readonly endsByItself?: boolean;
  /** The first moment without it. */
  readonly endsAt: number;
  isOver: boolean;
}

type Standing = "ISSUED" | "EXECUTED" | "REFUSED" | "EXPIRED";

/** How the order of one cause on one account or line stands, and how its undoing does. */
interface Pair {
  readonly holding: string;
  readonly institution: string;
  readonly cause: ModelCause;
  order: Standing;
  restore: Standing | null;
  /** An objection to this order alone was confirmed. */
  isLifted: boolean;
}

/** The plain model of orders: one for each holding and cause, undone when the cause ends, whatever others do. */
export class OrderModel {
  readonly holdings: { readonly id: string; readonly institution: string }[] = [];
  readonly causes: ModelCause[] = [];
  private readonly pairs: Pair[] = [];

  /** Causes that stand reach what there is and what has come since. */
  reach(): void {
    for (const cause of this.causes.filter(one => !one.isOver)) {
      for (const { id: holding, institution } of this.holdings) {
        const isKnown = this.pairs.some(pair => pair.holding === holding && pair.cause === cause);
        if (isKnown || !cause.reaches(holding)) continue;
        this.pairs.push({ holding, institution, cause, order: "ISSUED", restore: null, isLifted: false });
      }
    }
  }

  begin(cause: ModelCause): void {
    this.causes.push(cause);
    this.reach();
  }

  end(cause: ModelCause, byItself = false): void {
    if (cause.isOver) return;
    cause.isOver = true;
    const isLeft = cause.isUndone && !(byItself && cause.endsByItself === true);
    for (const pair of this.pairs.filter(one => one.cause === cause)) this.undo(pair, isLeft);
  }

  pass(now: number): void {
    for (const cause of this.causes) if (cause.endsAt <= now) this.end(cause, true);
  }

  /** An objection to one order of a cause that stands is confirmed; null where there is none to object to. */
  object(index: number): { readonly holding: string; readonly causeId: string } | null {
    const standing = this.pairs.filter(({ cause }) => !cause.isOver);
    const pair = standing[index % Math.max(standing.length, 1)];
    if (pair === undefined) return null;
    pair.isLifted = true;
    this.undo(pair, pair.cause.isUndone);
    return { holding: pair.holding, causeId: pair.cause.id };
  }

  /** What waits is withdrawn, and what was carried out is undone once. */
  private undo(pair: Pair, isLeft: boolean): void {
    if (pair.order === "ISSUED") pair.order = "EXPIRED";
    if (pair.order === "EXECUTED" && isLeft) pair.restore ??= "ISSUED";
  }

  settle(institution: string, standing: "EXECUTED" | "REFUSED"): void {
    for (const pair of this.pairs.filter(one => one.institution === institution)) {
      if (pair.order === "ISSUED") pair.order = standing;
      if (pair.restore === "ISSUED") pair.restore = standing;
    }
  }

  /** `<holding> <cause> <kind> <status>`, in order. */
  orders(): string[] {
    return this.pairs
      .flatMap(({ holding, cause, order, restore, institution }) => [
        `${holding} ${cause.id} ${cause.kindAt(institution)} ${order}`,
        ...(restore === null ? [] : [`${holding} ${cause.id} RESTORE ${restore}`]),
      ])
      .sort();
  }

  /** What a cause that stands has reached. */
  restricted(): string[] {
    const standing = this.pairs.filter(({ cause, isLifted }) => !cause.isOver && !isLifted);
    return [...new Set(standing.map(({ holding }) => holding))].sort();
  }

  /** What was carried out somewhere and has not been undone there. */
  stopped(kind: string): string[] {
    const stopping = this.pairs.filter(
      ({ cause, institution, order, restore }) =>
        cause.kindAt(institution) === kind && order === "EXECUTED" && restore !== "EXECUTED",
    );
    return [...new Set(stopping.map(({ holding }) => holding))].sort();
  }
}

/** Something that restricts, as plainly as it can be said. */
export interface ModelCause {
  readonly id: string;
  /** The kind of order that it brings about at an institution. */
  kindAt(institution: string): string;
  reaches(holding: string): boolean;
  /** What was carried out has to be undone when it ends. */
  readonly isUndone: boolean;
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
        this.pairs.push({ holding, institution, cause, order: "ISSUED", restore: null });
      }
    }
  }

  begin(cause: ModelCause): void {
    this.causes.push(cause);
    this.reach();
  }

  end(cause: ModelCause): void {
    if (cause.isOver) return;
    cause.isOver = true;
    for (const pair of this.pairs.filter(one => one.cause === cause)) {
      if (pair.order === "ISSUED") pair.order = "EXPIRED";
      if (pair.order === "EXECUTED" && cause.isUndone) pair.restore = "ISSUED";
    }
  }

  pass(now: number): void {
    for (const cause of this.causes) if (cause.endsAt <= now) this.end(cause);
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
    return [...new Set(this.pairs.filter(({ cause }) => !cause.isOver).map(({ holding }) => holding))].sort();
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

/** An account or a line; who holds it changes. */
export interface ModelHolding {
  readonly id: string;
  readonly institution: string;
  holder: string;
}

/** Something that restricts, as plainly as it can be said. */
export interface ModelCause {
  readonly id: string;
  /** The kind of order that it brings about at an institution. */
  kindAt(institution: string): string;
  reaches(holding: ModelHolding): boolean;
  /** Whom it is against, by now; null: it stays on the holding, whoever has that. */
  readonly against?: () => string | null;
  /** What was carried out has to be undone when it ends. */
  readonly isUndone: boolean;
  /** Its institution knows the end, and lets go by itself when that has come. */
  readonly endsByItself?: boolean;
  /** The first moment with it; none: at once. */
  readonly startsAt?: number;
  /** The first moment without it. */
  endsAt: number;
  isOver: boolean;
  /** Its institutions have let go by themselves. */
  isLetGo?: boolean;
}

type Standing = "ISSUED" | "DELIVERED" | "EXECUTED" | "REFUSED" | "EXPIRED";

/** How the order of one cause on one account or line stands, and how its undoing does. */
interface Pair {
  readonly holding: ModelHolding;
  readonly cause: ModelCause;
  order: Standing;
  restore: Standing | null;
  restoredAt: number;
  /** An objection to this order alone was confirmed. */
  isLifted: boolean;
  /** The holding turned out to be another's: it says nothing of it any more. */
  isGiven?: boolean;
}

/** The plain model of orders: one for each holding and cause, undone when the cause ends, whatever others do. */
export class OrderModel {
  readonly holdings: ModelHolding[] = [];
  readonly causes: ModelCause[] = [];
  private readonly pairs: Pair[] = [];
  private now = -Infinity;

  /** Causes that stand reach what there is and what has come since. */
  reach(): void {
    for (const cause of this.causes.filter(one => !one.isOver && (one.startsAt ?? -Infinity) <= this.now)) {
      for (const holding of this.holdings) {
        const isKnown = this.pairs.some(
          pair => pair.holding === holding && pair.cause === cause && pair.isGiven !== true,
        );
        if (isKnown || !cause.reaches(holding)) continue;
        this.pairs.push({ holding, cause, order: "ISSUED", restore: null, restoredAt: 0, isLifted: false });
      }
    }
  }

  /** What is against one person is undone on what turns out to be another's. */
  leave(): void {
    const standing = this.pairs.filter(({ cause, order }) => !cause.isOver && order !== "EXPIRED");
    for (const pair of standing) {
      if (pair.isLifted || pair.isGiven === true || pair.restore !== null) continue;
      const against = pair.cause.against;
      if (against === undefined || against() === pair.holding.holder) continue;
      this.undo(pair);
      pair.isGiven = true;
    }
  }

  begin(cause: ModelCause): void {
    this.causes.push(cause);
    this.reach();
  }

  end(cause: ModelCause, byItself = false): void {
    if (cause.isOver) return;
    cause.isOver = true;
    cause.isLetGo = byItself && cause.endsByItself === true;
    for (const pair of this.pairs.filter(one => one.cause === cause && one.isGiven !== true)) this.undo(pair);
  }

  pass(now: number): void {
    this.now = now;
    for (const cause of this.causes) if (cause.endsAt <= now) this.end(cause, true);
  }

  /** An objection to one order of a cause that stands is confirmed; null where there is none to object to. */
  object(index: number): { readonly holding: ModelHolding; readonly causeId: string } | null {
    const standing = this.pairs.filter(({ cause, isGiven }) => !cause.isOver && isGiven !== true);
    const pair = standing[index % Math.max(standing.length, 1)];
    if (pair === undefined) return null;
    pair.isLifted = true;
    this.undo(pair);
    if (pair.order === "REFUSED") pair.order = "EXPIRED";
    return { holding: pair.holding, causeId: pair.cause.id };
  }

  /** What waits is withdrawn, and what was or may have been carried out is undone once. */
  private undo(pair: Pair): void {
    const mayBeDone = pair.order === "EXECUTED" || pair.order === "DELIVERED";
    if (isWaiting(pair.order)) pair.order = "EXPIRED";
    if (mayBeDone && isLeft(pair)) pair.restore ??= "ISSUED";
  }

  private at(institution: string): Pair[] {
    return this.pairs.filter(({ holding }) => holding.institution === institution);
  }

  /** An institution fetches what waits for it. */
  deliver(institution: string): void {
    for (const pair of this.at(institution)) {
      if (pair.order === "ISSUED") pair.order = "DELIVERED";
      if (pair.restore === "ISSUED") pair.restore = "DELIVERED";
    }
  }

  /** An institution answers all that waits for it. What it refused to undo it may undo after all. */
  settle(institution: string, standing: "EXECUTED" | "REFUSED"): void {
    for (const pair of this.at(institution)) {
      if (isWaiting(pair.order)) pair.order = standing;
      if (pair.restore === null) continue;
      if (!isWaiting(pair.restore) && !(pair.restore === "REFUSED" && standing === "EXECUTED")) continue;
      pair.restore = standing;
      pair.restoredAt = this.now;
    }
  }

  /** An institution says that it has just carried out what was withdrawn. */
  settleLate(institution: string): void {
    for (const pair of this.at(institution).filter(({ order }) => order === "EXPIRED")) {
      pair.order = "EXECUTED";
      if (!isLeft(pair) || this.isReplaced(pair)) continue;
      if (pair.restore === null || (pair.restore === "EXECUTED" && pair.restoredAt < this.now))
        pair.restore = "ISSUED";
    }
  }

  /** It came back to the person, and was ordered anew. */
  private isReplaced(pair: Pair): boolean {
    return (
      !pair.cause.isOver &&
      this.pairs.some(
        other =>
          other !== pair &&
          other.isGiven !== true &&
          other.holding === pair.holding &&
          other.cause === pair.cause &&
          other.restore === null &&
          other.order !== "EXPIRED",
      )
    );
  }

  /** `<holding> <cause> <kind> <status>`, in order. */
  orders(): string[] {
    return this.pairs
      .flatMap(({ holding: { id, institution }, cause, order, restore }) => [
        `${id} ${cause.id} ${cause.kindAt(institution)} ${order}`,
        ...(restore === null ? [] : [`${id} ${cause.id} RESTORE ${restore}`]),
      ])
      .sort();
  }

  /** What a cause that stands has reached. */
  restricted(): string[] {
    const standing = this.pairs.filter(
      ({ cause, isLifted, isGiven }) => !cause.isOver && !isLifted && isGiven !== true,
    );
    return [...new Set(standing.map(({ holding }) => holding.id))].sort();
  }

  /** The causes that have ended and left nothing to be undone. */
  restored(): string[] {
    const isOwed = (cause: ModelCause): boolean =>
      this.pairs.some(pair => pair.cause === cause && pair.restore !== null && pair.restore !== "EXECUTED");
    return this.causes
      .filter(cause => cause.isOver && !isOwed(cause))
      .map(({ id }) => id)
      .sort();
  }

  /** What was carried out somewhere and has not been undone there. */
  stopped(kind: string): string[] {
    const stopping = this.pairs.filter(
      ({ cause, holding, order, restore }) =>
        cause.kindAt(holding.institution) === kind && order === "EXECUTED" && restore !== "EXECUTED",
    );
    return [...new Set(stopping.map(({ holding }) => holding.id))].sort();
  }
}

function isWaiting(standing: Standing): boolean {
  return standing === "ISSUED" || standing === "DELIVERED";
}

function isLeft({ cause }: Pair): boolean {
  return cause.isUndone && cause.isLetGo !== true;
}

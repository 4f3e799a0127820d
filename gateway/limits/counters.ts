import type { LimitRule } from "./limitRules";

/** What is counted: by which rule, of whom. */
export interface Counter {
  readonly rule: Pick<LimitRule, "name" | "windowSeconds">;
  readonly of: readonly string[];
}

/** How a counter stands. */
export interface Count {
  readonly total: number;
  /** Until it begins anew. */
  readonly endsInMs: number;
}

/** Counters that begin anew by themselves, a window after their first point. */
export interface Counters {
  /** The part of each limit that these counters stand for: of several that count apart each has a share. */
  readonly share: number;
  add(counter: Counter, points: number): Promise<Count>;
  /** Null where nothing has been counted yet. */
  read(counter: Counter): Promise<Count | null>;
  /** Whether anything has been counted: the cheaper question where many are asked. */
  has(counter: Counter): Promise<boolean>;
}

/** Names a counter so that nobody who sees the name learns whom it is about. */
export type NameCounter = (counter: Counter) => string;

import type { MomentPosition } from "./momentPosition";

/** What a list with a status, whose newest rows come first, is asked for. */
export interface NewestFirstQuery {
  readonly status: string | null;
  readonly after: MomentPosition | null;
  readonly limit: number;
}

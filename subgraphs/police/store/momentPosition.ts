/** A place in a list ordered by a moment, with the id for moments that are equal. */
export interface MomentPosition {
  readonly at: Date;
  readonly id: string;
}

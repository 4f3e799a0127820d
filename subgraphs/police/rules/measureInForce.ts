// N16-5, N20-5: measures run for years from the day of recognition. How years are counted is not in the notices;
// EXT: Civil Code, articles 201 and 202: the period ends on the corresponding day of its last year, so that day
// still counts: five years from 2021-03-01 are in force on 2026-03-01 and over on the 2nd.

/** The interval of a measure, both days included. */
export interface MeasureInterval {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly liftedAt: Date | null;
}

/** Is the measure in force on this day of China Standard Time? */
export function isMeasureInForce({ startsOn, endsOn, liftedAt }: MeasureInterval, day: string): boolean {
  return liftedAt === null && startsOn <= day && day <= endsOn;
}

/** Is the measure lifted, or did its last day pass? */
export function isMeasureOver({ endsOn, liftedAt }: MeasureInterval, day: string): boolean {
  return liftedAt !== null || endsOn < day;
}

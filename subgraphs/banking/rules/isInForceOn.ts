/** An interval of calendar days, both included, that a lifting may cut short. */
interface DayInterval {
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly liftedOn: string | null;
}

/** Whether a measure holds on a day: on its last day still, on the day of its lifting no longer. */
export function isInForceOn({ startsOn, endsOn, liftedOn }: DayInterval, day: string): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn) && (liftedOn === null || day < liftedOn);
}

/** Why a count is not certain where a line was closed and its day is missing. */
export const CLOSED_WITHOUT_DAY =
  "A line was reported as closed without the day on which it was, so that it cannot be told whether it was valid on this day.";

/** All days and times of the hub are China Standard Time, whatever the reader's machine says. */
const ZONE = "Asia/Shanghai";

const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" });
const MINUTE = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" });

/** `2026-11-24`, of a moment or of a day that is one already. */
export function formatDay(moment: string | null | undefined): string {
  if (moment === null || moment === undefined) return "—";
  return moment.length === "2026-11-24".length ? moment : DAY.format(new Date(moment));
}

/** The last day of what ends at a moment: until midnight is until the day before. */
export function formatLastDay(end: string): string {
  return formatDay(new Date(Date.parse(end) - 1).toISOString());
}

/** `2026-11-24 09:05`. */
export function formatMinute(moment: string | null | undefined): string {
  return moment === null || moment === undefined ? "—" : MINUTE.format(new Date(moment));
}

/** Today's calendar day, as the hub counts days. */
export function today(): string {
  return DAY.format(new Date());
}

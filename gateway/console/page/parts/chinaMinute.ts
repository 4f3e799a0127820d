import { formatMinute } from "./formatTime";

/** A moment as a field for day and time holds it, in China Standard Time: `2026-11-24T09:05`. */
export function toChinaMinute(moment: Date): string {
  return formatMinute(moment.toISOString()).replace(" ", "T");
}

/** The moment that such a field means, whatever the machine's own zone is. */
export function fromChinaMinute(typed: string): string {
  return new Date(`${typed}+08:00`).toISOString();
}

import { LineOrderKind } from "../types/enums";

/** Orders that take a line out of service. */
export const STOPPING: ReadonlySet<string> = new Set([
  LineOrderKind.SUSPEND,
  LineOrderKind.STOP_UNREGISTERED,
]);

import { policeEventSchema, type PoliceEvent } from "../../../schema/contract/policeEvents";
import type { PulledEvent } from "./startPuller";

/** What the police say, event by event. Throws on one that is not understood: passed over, it would be lost. */
export function parsePoliceEvents(events: readonly PulledEvent[]): PoliceEvent[] {
  return events.flatMap(({ payload }) =>
    payload === null ? [] : [policeEventSchema.parse(JSON.parse(payload))],
  );
}

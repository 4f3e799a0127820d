import type { Database } from "../../../schema/database/openDatabase";
import { createAccessRecordStore } from "./accessRecordStore";
import { createAlarmStore } from "./alarmStore";
import { createChainStore } from "./chainStore";
import { createLookStore } from "./lookStore";
import { createReleaseStore } from "./releaseStore";
import { createRevocationStore } from "./revocationStore";

/** All that the audit store keeps: records with the alarms among them, checkpoints, revocations. */
export function createAuditStore(database: Database) {
  return {
    ...createAccessRecordStore(database),
    ...createAlarmStore(database.db),
    ...createChainStore(database),
    ...createLookStore(database.db),
    ...createReleaseStore(database.db),
    ...createRevocationStore(database.db),
  };
}

export type AuditStore = ReturnType<typeof createAuditStore>;

/** Folder of the embedded store inside the data folder. */
export const DATABASE_FOLDER = "database";
/** Folder of the access record inside the data folder. */
export const AUDIT_FOLDER = "audit";

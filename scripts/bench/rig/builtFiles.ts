import { join } from "node:path";

/** What the build made, this file included: processes are started from it. */
export const BUILT_FOLDER = join(__dirname, "../../..");
/** The command line, built. */
export const COMMAND_LINE = join(BUILT_FOLDER, "scripts/duanka.js");

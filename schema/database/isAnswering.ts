import { sql } from "kysely";
import type { Database } from "./openDatabase";

/** Whether the store answers at all: asked by whoever decides if requests should be sent here. */
export async function isAnswering({ db }: Database): Promise<boolean> {
  try {
    await sql`/* isAnswering */ select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

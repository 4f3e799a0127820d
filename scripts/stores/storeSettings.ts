import type { StoreName } from "../../schema/database/migrate";
import { required, type Setting } from "../settings/readSettings";

/** The variable that holds the address of a subgraph's PostgreSQL database. */
export function databaseVariable(store: StoreName): string {
  return `DATABASE_URL_${store.toUpperCase()}`;
}

/** The address of a subgraph's PostgreSQL database. */
export function databaseSetting(store: StoreName): Setting<string> {
  return required(databaseVariable(store), parsePostgresUrl);
}

function parsePostgresUrl(text: string): string {
  if (!/^postgres(ql)?:\/\/./.test(text)) throw new Error("must begin with postgres://");
  return text;
}

import { Command } from "commander";
import { migrate as migrateStore, STORES } from "../../schema/database/migrate";
import { print, printJson } from "../cli/print";
import { openStores } from "../stores/openStores";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";

const EXAMPLES = `
Examples:
  npx duanka migrate
  DATABASE_URL_TELECOM=postgres://… DATABASE_URL_BANKING=… DATABASE_URL_POLICE=… DATABASE_URL_AUDIT=… npx duanka migrate`;

/** `duanka migrate`: brings the tables of all stores up to date. */
export function migrate(): Command {
  return new Command("migrate")
    .description("bring the stores' tables up to date: those of the environment, or the embedded one")
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: { data: string; json: boolean }) => {
      const stores = openStores(process.env, options.data);
      try {
        const ran: Record<string, readonly string[]> = {};
        for (const store of STORES) ran[store] = await migrateStore(stores.databases[store], store);
        if (options.json) printJson(ran);
        else
          for (const store of STORES) print(`${store.padEnd(8)} ${ran[store]?.join(", ") || "up to date"}`);
      } finally {
        await stores.close();
      }
    });
}

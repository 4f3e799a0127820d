import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { luhnCheckDigit } from "../../../schema/contract/accountNumber";
import { composeResidentId } from "../../seed/world/numbers/composeResidentId";
import type { Workload } from "./workload";

/** Of the accounts that are imported, for each person of the benchmark's world: 200,000 in a full run. */
const ROWS_PER_PERSON = 20;
const ACCOUNTS_A_HOLDER = 3;
const HOLDERS_A_BIRTHDAY = 900;
const COLUMNS =
  "institution,number,kind,accountClass,status,documentType,documentNumber,holderName,openedOn,observedAt,outletCode,reservedPhone,deviceId";

/** A file of accounts that nobody has seen yet goes into PostgreSQL, by as many threads as there are processors. */
export const IMPORT: Workload = {
  name: "import",
  about: "`duanka import accounts`, each with holder, phone, device and outlet",
  isWholeMachine: true,
  async run(rig, scale, tell) {
    const path = join(rig.folder, "accounts.csv");
    const rows = scale.people * ROWS_PER_PERSON;
    await writeFile(path, rows);
    tell(`${rows} rows`);
    const { seconds, peakMegabytes, output } = await rig.runCommand("import", "accounts", path, "--json");
    const { accepted } = JSON.parse(output) as { readonly accepted: number };
    if (accepted !== rows) throw new Error(`of ${rows} rows ${accepted} were stored`);
    const detail = `${rows} rows in ${seconds.toFixed(1)} s, its start with it`;
    return [
      {
        workload: this.name,
        what: "rows/s",
        figure: Math.round(rows / seconds),
        target: { least: 50_000 },
        detail,
      },
      {
        workload: this.name,
        what: "MB at its most",
        figure: Math.round(peakMegabytes),
        target: { most: 300 },
        detail,
      },
    ];
  },
};

async function writeFile(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${COLUMNS}\n`);
  for (let row = 0; row < rows; row += 1) if (!file.write(`${accountRow(row)}\n`)) await once(file, "drain");
  file.end();
  await finished(file);
}

/** A made-up debit card at bank 102, of a person whose division code is assigned to nobody. */
function accountRow(row: number): string {
  const holder = Math.floor(row / ACCOUNTS_A_HOLDER);
  const born = new Date(Date.UTC(1950, 0, 1 + Math.floor(holder / HOLDERS_A_BIRTHDAY)))
    .toISOString()
    .slice(0, 10);
  const document = composeResidentId("990102", born, holder % HOLDERS_A_BIRTHDAY);
  const digits = `999888${String(row).padStart(12, "0")}`;
  return [
    `102,${digits}${luhnCheckDigit(digits)},DEBIT_CARD,II,NORMAL,RESIDENT_ID,${document},王小明,2020-03-01`,
    `2026-11-20T00:00:00+08:00,102-1,141${String(holder).padStart(8, "0")},device-${holder}`,
  ].join(",");
}

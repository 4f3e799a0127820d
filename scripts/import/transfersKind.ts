import { transferVerdict } from "../../subgraphs/banking/commands/transferVerdict";
import { parseTransferReport } from "../../subgraphs/banking/reports/parseTransferReport";
import { saveTransfers } from "../../subgraphs/banking/store/saveTransfers";
import { TransferChannel } from "../../subgraphs/banking/types/enums";
import { AmountScalar } from "../../subgraphs/shared/types/scalars";
import { HubError } from "../../schema/contract/errors";
import type { Cells } from "./createCells";
import { createInstitutionReader } from "./createInstitutionReader";
import type { ImportKind } from "./importKind";
import { judgeRows } from "./judgeRows";

const REQUIRED = { isRequired: true } as const;

/** Case-related transfers, read by the rules of `reportTransfers`. */
export const transfersKind: ImportKind = {
  name: "transfers",
  store: "banking",
  columns: [
    {
      name: "institution",
      ...REQUIRED,
      meaning: "code of the institution that reports: one of the two sides",
    },
    { name: "reference", ...REQUIRED, meaning: "by which both institutions know the transfer" },
    { name: "fromInstitution", ...REQUIRED, meaning: "code of the paying side" },
    { name: "fromNumber", ...REQUIRED, meaning: "account of the paying side" },
    { name: "toInstitution", ...REQUIRED, meaning: "code of the receiving side" },
    { name: "toNumber", ...REQUIRED, meaning: "account of the receiving side" },
    { name: "amount", ...REQUIRED, meaning: "yuan, at most two decimals: 1200.50" },
    { name: "channel", ...REQUIRED, meaning: Object.keys(TransferChannel).join(" | ") },
    { name: "at", ...REQUIRED, meaning: "a moment with its offset" },
    { name: "caseNumber", ...REQUIRED, meaning: "case for which it is reported: A110199-2026-017" },
  ],
  examples: [
    "102,T-2026-0001,102,9991020000000000015,103,9991030000000000013,1200.50,MOBILE,2026-11-20T08:30:00+08:00,A110199-2026-017",
    "102,T-2026-0002,103,9991030000000000013,102,9991020000000000015,88.00,ATM,2026-11-21T09:00:00+08:00,A110199-2026-017",
  ].map(line => line.split(",")),
  createWriter({ keys: { ids } }) {
    const requireInstitution = createInstitutionReader();
    return async (tx, rows, now) => {
      const institutionOf = await requireInstitution(tx);
      const parse = (row: Cells) =>
        parseTransferReport(toReport(row), { institution: institutionOf(row).code, ids, now });
      return judgeRows(rows, parse, async transfers => {
        const saved = await saveTransfers(tx, transfers);
        return saved.map(transferVerdict);
      });
    };
  },
};

function toReport(row: Cells): Parameters<typeof parseTransferReport>[0] {
  return {
    reference: row.text("reference"),
    fromInstitution: row.text("fromInstitution"),
    fromNumber: row.text("fromNumber"),
    toInstitution: row.text("toInstitution"),
    toNumber: row.text("toNumber"),
    amount: parseAmount(row.text("amount")),
    channel: row.choice("channel", TransferChannel),
    at: row.moment("at"),
    caseNumber: row.text("caseNumber"),
  };
}

function parseAmount(text: string): string {
  try {
    return String(AmountScalar.parseValue(text));
  } catch {
    throw new HubError("BAD_INPUT", "`amount` is yuan with at most two decimals, such as 1200.50.");
  }
}

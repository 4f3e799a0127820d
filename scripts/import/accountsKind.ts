import { accountVerdict } from "../../subgraphs/banking/commands/accountVerdict";
import { touchedByAccount } from "../../subgraphs/banking/commands/touchedByAccount";
import { parseAccountReport } from "../../subgraphs/banking/reports/parseAccountReport";
import { createOutboxStore } from "../../subgraphs/banking/store/outboxStore";
import { saveParsedAccounts } from "../../subgraphs/banking/store/saveParsedAccounts";
import type { AccountReport } from "../../subgraphs/banking/types/AccountReport";
import {
  AccountClass,
  AccountKind,
  AccountStatus,
  LimitExemption,
} from "../../subgraphs/banking/types/enums";
import { IdentityDocumentType } from "../../subgraphs/shared/types/enums";
import type { Cells } from "./createCells";
import { createInstitutionReader } from "./createInstitutionReader";
import type { ImportKind } from "./importKind";
import { judgeRows } from "./judgeRows";

const REQUIRED = { isRequired: true } as const;
const OPTIONAL = { isRequired: false } as const;

/** Bank and payment accounts, read by the rules of `reportAccounts`. */
export const accountsKind: ImportKind = {
  name: "accounts",
  store: "banking",
  columns: [
    { name: "institution", ...REQUIRED, meaning: "code of the bank or payment institution" },
    { name: "number", ...REQUIRED, meaning: "of the card or account; cards end in a check digit" },
    { name: "kind", ...REQUIRED, meaning: Object.keys(AccountKind).join(" | ") },
    { name: "accountClass", ...OPTIONAL, meaning: Object.keys(AccountClass).join(" | ") },
    { name: "status", ...REQUIRED, meaning: "NORMAL | DORMANT | CLOSED" },
    { name: "documentType", ...REQUIRED, meaning: Object.keys(IdentityDocumentType).join(" | ") },
    { name: "documentNumber", ...REQUIRED, meaning: "of the holder's identity document" },
    { name: "issuingCountry", ...OPTIONAL, meaning: "of a passport: three letters (ISO 3166-1)" },
    { name: "holderName", ...REQUIRED, meaning: "as it stands on the document" },
    { name: "openedOn", ...REQUIRED, meaning: "YYYY-MM-DD" },
    { name: "closedOn", ...OPTIONAL, meaning: "YYYY-MM-DD, of a CLOSED account" },
    { name: "observedAt", ...REQUIRED, meaning: "when the institution saw it so: a moment with its offset" },
    { name: "outletCode", ...OPTIONAL, meaning: "where it was opened" },
    { name: "reservedPhone", ...OPTIONAL, meaning: "phone number left at the institution" },
    { name: "deviceId", ...OPTIONAL, meaning: "device that the institution's app reports" },
    { name: "exemptFromLimit", ...OPTIONAL, meaning: Object.keys(LimitExemption).join(" | ") },
    { name: "legalRepresentativeType", ...OPTIONAL, meaning: "of a unit: type of the person's document" },
    { name: "legalRepresentativeNumber", ...OPTIONAL, meaning: "of a unit: number of the person's document" },
  ],
  examples: [
    "102,9991020000000000015,DEBIT_CARD,I,NORMAL,RESIDENT_ID,990101199001010019,,王小明,2020-03-01,,2026-11-20T00:00:00+08:00,102-1,14100000001,dev-1,,,",
    "102,102990000000011,UNIT_SETTLEMENT,,CLOSED,UNIFIED_SOCIAL_CREDIT_CODE,91350100M000100Y43,,云港贸易有限公司,2019-05-06,2024-02-29,2026-11-20T00:00:00+08:00,102-1,,,,RESIDENT_ID,990101199001010019",
  ].map(line => line.split(",")),
  createWriter({ keys, identify }) {
    const requireInstitution = createInstitutionReader();
    return async (tx, rows, now) => {
      const institutionOf = await requireInstitution(tx);
      const parse = (row: Cells) => {
        const institution = institutionOf(row);
        return parseAccountReport(toReport(row), { institution, ids: keys.ids, identify, now });
      };
      return judgeRows(rows, parse, async parsed => {
        const saved = await saveParsedAccounts(tx, keys, parsed);
        const written = saved.filter(({ isWritten }) => isWritten);
        if (written.length > 0) {
          const touched = [...new Set(written.flatMap(touchedByAccount))];
          const nobody = {
            audiences: [],
            institution: null,
            subjectId: null,
            accountId: null,
            orderId: null,
          };
          // Told to no feed: an institution's whole stock is no news to it, but what was cached of it is stale.
          await createOutboxStore(tx).addChanges([{ kind: "ACCOUNTS_IMPORTED", ...nobody, touched }], now);
        }
        return saved.map(accountVerdict);
      });
    };
  },
};

function toReport(row: Cells): AccountReport {
  return {
    observedAt: row.moment("observedAt"),
    holderName: row.text("holderName"),
    number: row.text("number"),
    kind: row.choice("kind", AccountKind),
    accountClass: row.optionalChoice("accountClass", AccountClass),
    status: row.choice("status", AccountStatus),
    document: {
      type: row.choice("documentType", IdentityDocumentType),
      number: row.text("documentNumber"),
      issuingCountry: row.optionalText("issuingCountry"),
    },
    legalRepresentative: representativeOf(row),
    reservedPhone: row.optionalText("reservedPhone"),
    deviceId: row.optionalText("deviceId"),
    openedOn: row.day("openedOn"),
    closedOn: row.optionalDay("closedOn"),
    outletCode: row.optionalText("outletCode"),
    exemptFromLimit: row.optionalChoice("exemptFromLimit", LimitExemption),
  };
}

function representativeOf(row: Cells): AccountReport["legalRepresentative"] {
  if (row.optionalText("legalRepresentativeNumber") === null) return null;
  return {
    type: row.choice("legalRepresentativeType", IdentityDocumentType),
    number: row.text("legalRepresentativeNumber"),
  };
}

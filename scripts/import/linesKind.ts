import { IdentityDocumentType } from "../../subgraphs/shared/types/enums";
import { reportPhoneLines } from "../../subgraphs/telecom/commands/reportPhoneLines";
import { LineKind, LineStatus, UndertakingKind } from "../../subgraphs/telecom/types/enums";
import type { PhoneLineReport } from "../../subgraphs/telecom/types/PhoneLineReport";
import type { Cells } from "./createCells";
import type { ImportKind, ImportParts } from "./importKind";
import { judgeRows } from "./judgeRows";
import { reportCarrierRows } from "./reportCarrierRows";

const REQUIRED = { isRequired: true } as const;
const OPTIONAL = { isRequired: false } as const;

/** Phone lines of all kinds, read by the rules of `reportPhoneLines`. */
export const linesKind: ImportKind = {
  name: "lines",
  store: "telecom",
  columns: [
    { name: "carrier", ...REQUIRED, meaning: "code of the carrier" },
    { name: "number", ...REQUIRED, meaning: "of the line" },
    { name: "kind", ...REQUIRED, meaning: Object.keys(LineKind).join(" | ") },
    { name: "status", ...REQUIRED, meaning: Object.keys(LineStatus).join(" | ") },
    { name: "documentType", ...OPTIONAL, meaning: Object.keys(IdentityDocumentType).join(" | ") },
    {
      name: "documentNumber",
      ...OPTIONAL,
      meaning: "of the holder's identity document; none: not registered",
    },
    { name: "issuingCountry", ...OPTIONAL, meaning: "of a passport: three letters (ISO 3166-1)" },
    { name: "holderName", ...OPTIONAL, meaning: "as it stands on the document" },
    { name: "registeredOn", ...REQUIRED, meaning: "YYYY-MM-DD" },
    { name: "activatedOn", ...OPTIONAL, meaning: "YYYY-MM-DD" },
    { name: "lastUsedOn", ...OPTIONAL, meaning: "YYYY-MM-DD" },
    { name: "closedOn", ...OPTIONAL, meaning: "YYYY-MM-DD" },
    { name: "observedAt", ...REQUIRED, meaning: "when the carrier saw it so: a moment with its offset" },
    { name: "outletCode", ...OPTIONAL, meaning: "where it was opened" },
    { name: "realNameMethod", ...OPTIONAL, meaning: "how the holder was identified" },
    { name: "onlineCheckPassed", ...OPTIONAL, meaning: "true | false" },
    { name: "photoReference", ...OPTIONAL, meaning: "where the carrier keeps the photo" },
    { name: "noticeKind", ...OPTIONAL, meaning: Object.keys(UndertakingKind).join(" | ") },
    { name: "noticeVersion", ...OPTIONAL, meaning: "of the notice that the holder confirmed" },
    { name: "noticeDigest", ...OPTIONAL, meaning: "of the notice that the holder confirmed" },
    { name: "acknowledgedAt", ...OPTIONAL, meaning: "a moment with its offset" },
    { name: "legalRepresentativeType", ...OPTIONAL, meaning: "of a unit: type of the person's document" },
    { name: "legalRepresentativeNumber", ...OPTIONAL, meaning: "of a unit: number of the person's document" },
  ],
  examples: [
    "C01,14100000001,MOBILE,ACTIVE,RESIDENT_ID,990101199001010019,,王小明,2020-03-01,2020-03-01,2026-11-19,,2026-11-20T00:00:00+08:00,C01-1,ID_READER,true,P-1,RISK_NOTICE,2024-1,9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,2020-03-01T10:00:00+08:00,,",
    "C01,14100000002,MOBILE,CLOSED,RESIDENT_ID,990101199001010019,,王小明,2019-05-06,2019-05-06,2023-12-30,2024-02-29,2026-11-20T00:00:00+08:00,C01-1,ID_READER,true,P-2,RISK_NOTICE,2018-1,9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08,2019-05-06T10:00:00+08:00,,",
  ].map(line => line.split(",")),
  createWriter(parts) {
    return (tx, rows, now) => {
      const parse = (row: Cells) => ({ carrier: row.text("carrier"), report: toReport(row, parts) });
      return judgeRows(rows, parse, parsed =>
        reportCarrierRows(tx, parsed, { keys: parts.keys, now }, (carrier, requestId, lines, context) =>
          reportPhoneLines({ requestId, carrier, lines: [...lines] }, context),
        ),
      );
    };
  },
};

function toReport(row: Cells, parts: ImportParts): PhoneLineReport {
  return {
    observedAt: row.moment("observedAt"),
    number: row.text("number"),
    kind: row.choice("kind", LineKind),
    status: row.choice("status", LineStatus),
    document: documentOf(row, "document", parts),
    holderName: row.optionalText("holderName"),
    legalRepresentative: documentOf(row, "legalRepresentative", parts),
    registeredOn: row.day("registeredOn"),
    activatedOn: row.optionalDay("activatedOn"),
    lastUsedOn: row.optionalDay("lastUsedOn"),
    closedOn: row.optionalDay("closedOn"),
    outletCode: row.optionalText("outletCode"),
    realNameMethod: row.optionalText("realNameMethod"),
    onlineCheckPassed: row.optionalYes("onlineCheckPassed"),
    photoReference: row.optionalText("photoReference"),
    riskNotice: noticeOf(row),
  };
}

/** A document with its token, as the gateway would hand it on. */
function documentOf(
  row: Cells,
  prefix: "document" | "legalRepresentative",
  { identify }: ImportParts,
): PhoneLineReport["document"] {
  const number = row.optionalText(`${prefix}Number`);
  if (number === null) return null;
  const type = row.choice(`${prefix}Type`, IdentityDocumentType);
  const issuingCountry = prefix === "document" ? row.optionalText("issuingCountry") : null;
  const { id, document } = identify({ type, number, issuingCountry });
  return { type, number: document.number, issuingCountry: document.issuingCountry, token: id };
}

function noticeOf(row: Cells): PhoneLineReport["riskNotice"] {
  if (row.optionalText("noticeVersion") === null) return null;
  return {
    kind: row.choice("noticeKind", UndertakingKind),
    noticeVersion: row.text("noticeVersion"),
    noticeDigest: row.text("noticeDigest"),
    acknowledgedAt: row.moment("acknowledgedAt"),
  };
}

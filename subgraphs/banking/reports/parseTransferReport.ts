import { createHash } from "node:crypto";
import { parseAccountNumber } from "../../../schema/contract/accountNumber";
import type { DirectoryIds } from "../../../schema/contract/directoryIds";
import { HubError } from "../../../schema/contract/errors";
import { parseCode } from "../input/parseCode";
import { requirePast } from "../input/requirePast";
import type { TransferRow } from "../store/transferStore";
import type { TransferReport } from "../types/TransferReport";

/** What a report of a transfer is read with. */
export interface TransferReading {
  /** Who reports: one of the two institutions. */
  readonly institution: string;
  readonly ids: Pick<DirectoryIds, "accountId">;
  readonly now: Date;
}

/** Code of the organ, year, serial number: `A110199-2026-017`. */
const CASE_NUMBER = /^[A-Z0-9]{1,20}-\d{4}-\d{1,8}$/;
const ZERO = /^0+(\.0+)?$/;

/** Reads one reported transfer. Throws BAD_INPUT saying what is wrong. */
export function parseTransferReport(report: TransferReport, reading: TransferReading): TransferRow {
  const { fromInstitution, toInstitution, amount, channel, at, caseNumber } = report;
  const { institution, ids, now } = reading;
  if (fromInstitution !== institution && toInstitution !== institution)
    throw new HubError(
      "BAD_INPUT",
      "One side of the transfer must be an account of the reporting institution.",
    );
  // Whether a side is a card is for the report of its account to say.
  const fromId = ids.accountId(
    parseCode("fromInstitution", fromInstitution),
    parseAccountNumber(report.fromNumber, false),
  );
  const toId = ids.accountId(
    parseCode("toInstitution", toInstitution),
    parseAccountNumber(report.toNumber, false),
  );
  if (ZERO.test(amount)) throw new HubError("BAD_INPUT", "`amount` is more than nothing.");
  requirePast("at", at, now);
  if (!CASE_NUMBER.test(caseNumber))
    throw new HubError("BAD_INPUT", "`caseNumber` is the organ's code, the year and a serial number.");
  const reference = parseCode("reference", report.reference);
  return { id: idOf(fromId, toId, reference), fromId, toId, reference, amount, channel, at, caseNumber };
}

/** Both institutions report the same transfer: by its accounts and reference it is one, which has one content. The account ids are keyed. */
function idOf(fromId: string, toId: string, reference: string): string {
  return createHash("sha256").update(`transfer|${fromId}|${toId}|${reference}`).digest("base64url");
}

import { parseAccountNumber } from "../../../schema/contract/accountNumber";
import type { DirectoryIds } from "../../../schema/contract/directoryIds";
import { HubError } from "../../../schema/contract/errors";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import type { ReportedStatus } from "../accountStatus";
import type { SubjectSighting } from "../../shared/subjects/subjectRecord";
import { parseOptionalCode } from "../input/parseOptionalCode";
import { parseText } from "../input/parseText";
import type { AccountRecord } from "../store/accountRecord";
import type { AccountReport } from "../types/AccountReport";
import { AccountKind, AccountStatus } from "../types/enums";
import type { Institution } from "../types/Institution";
import type { GivenDocument, Identify, Identity } from "./identify";
import { requireAccountPeriod } from "./requireAccountPeriod";
import { requireAccountShape } from "./requireAccountShape";

/** A report of an account, read: the account, its holder, and who stands behind a unit. */
export interface ParsedAccount {
  readonly account: AccountRecord;
  readonly subjects: readonly SubjectSighting[];
}

/** What a report is read with. */
export interface AccountReading {
  readonly institution: Pick<Institution, "code" | "sector">;
  readonly ids: Pick<DirectoryIds, "accountId">;
  readonly identify: Identify;
  readonly now: Date;
}

/** Longer than the full names of companies in the register. */
const MAX_NAME_LENGTH = 200;
/** Only their numbers end in a check digit (ISO/IEC 7812). */
const CARDS: readonly AccountKind[] = [
  AccountKind.DEBIT_CARD,
  AccountKind.CREDIT_CARD,
  AccountKind.UNIT_CARD,
];

/** Reads one reported account, from a report or a file. Throws BAD_INPUT or INVALID_DOCUMENT saying what is wrong. */
export function parseAccountReport(report: AccountReport, reading: AccountReading): ParsedAccount {
  const { institution, ids, identify, now } = reading;
  const { kind, openedOn, observedAt } = report;
  const number = parseAccountNumber(report.number, CARDS.includes(kind));
  const holder = identify(report.document);
  const representative = identifyRepresentative(report.legalRepresentative ?? null, holder, identify);
  const status = parseStatus(report.status);
  const shape = {
    kind,
    accountClass: report.accountClass ?? null,
    exemptFromLimit: report.exemptFromLimit ?? null,
  };
  requireAccountShape(shape, holder.document.kind, institution.sector);
  const closedOn = report.closedOn ?? null;
  requireAccountPeriod({ status, openedOn, closedOn, observedAt }, now);
  const account: AccountRecord = {
    ...shape,
    id: ids.accountId(institution.code, number),
    subjectId: holder.id,
    institution: institution.code,
    number,
    reportedStatus: status,
    openedOn,
    closedOn,
    outletCode: parseOptionalCode("outletCode", report.outletCode),
    reservedPhone: parseOptionalPhone(report.reservedPhone),
    deviceId: parseOptionalCode("deviceId", report.deviceId),
    involvedOn: null,
    observedAt,
  };
  const name = parseText("holderName", report.holderName, MAX_NAME_LENGTH);
  return { account, subjects: subjectsOf(holder, name, representative, observedAt) };
}

function parseStatus(status: AccountStatus): ReportedStatus {
  if (status === AccountStatus.NORMAL || status === AccountStatus.DORMANT || status === AccountStatus.CLOSED)
    return status;
  throw new HubError(
    "BAD_INPUT",
    "An account is reported as NORMAL, DORMANT or CLOSED: what restricts it follows from orders.",
  );
}

function identifyRepresentative(
  given: GivenDocument | null,
  holder: Identity,
  identify: Identify,
): Identity | null {
  if (given === null) return null;
  if (holder.document.kind !== "UNIT")
    throw new HubError("BAD_INPUT", "Only a unit has a `legalRepresentative`: leave it out for a person.");
  const representative = identify(given);
  if (representative.document.kind === "PERSON") return representative;
  throw new HubError("BAD_INPUT", "A `legalRepresentative` is a person.");
}

function parseOptionalPhone(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : parsePhoneNumber(text);
}

function subjectsOf(
  holder: Identity,
  name: string,
  representative: Identity | null,
  observedAt: Date,
): SubjectSighting[] {
  const own = { ...holder, name, legalRepresentativeId: representative?.id ?? null, observedAt };
  if (representative === null) return [own];
  return [own, { ...representative, name: null, legalRepresentativeId: null, observedAt }];
}

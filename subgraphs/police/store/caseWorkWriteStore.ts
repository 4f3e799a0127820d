import { sql, type Kysely } from "kysely";
import type { FreezeFacts } from "../commands/tellFreeze";
import { keepUuids } from "./keepUuids";

/** Somebody gave themself up. */
export interface NewSurrender {
  readonly id: string;
  readonly caseNumber: string;
  readonly subjectId: string;
  readonly surrenderedOn: string;
  readonly confessed: boolean;
  readonly exposedOthers: boolean;
}

/** An emergency stop as it is issued. */
export interface NewStopPayment {
  readonly id: string;
  readonly caseNumber: string;
  readonly accountId: string;
  readonly institution: string;
  readonly sealedHolderName: string;
  readonly amount: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sequence: number;
  readonly authority: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
}

/** An emergency stop and the organ that answers for it. */
export interface StopPaymentRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly accountId: string;
  readonly institution: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null for one imported without its organ. */
  readonly authority: string | null;
  readonly liftedAt: Date | null;
}

/** A freezing of an involved account. */
export interface NewFreeze {
  readonly id: string;
  readonly involvementId: string;
  readonly until: string;
  readonly legalPaper: string;
  readonly authority: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
}

/** A freeze that ended with its involvement. */
export interface EndedFreeze {
  readonly id: string;
  readonly issuedAt: Date;
  readonly until: string;
}

/** A statement asked for. */
export interface NewStatementRequest {
  readonly id: string;
  readonly involvementId: string;
  readonly from: Date;
  readonly to: Date;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

const STOP_PAYMENT = sql.raw(`id, case_number as "caseNumber", account_id as "accountId",
  account_institution as institution, starts_at as "startsAt", ends_at as "endsAt", authority,
  lifted_at as "liftedAt"`);

/** Changes what is done in a case besides involvements; each method runs inside the caller's transaction. */
export function createCaseWorkWriteStore(tx: Kysely<unknown>) {
  return {
    async insertSurrender(one: NewSurrender): Promise<void> {
      await sql`/* CaseWorkWriteStore.insertSurrender */
        insert into police.surrender (id, case_number, subject_id, surrendered_on, confessed, exposed_others)
        values (${one.id}::uuid, ${one.caseNumber}, ${one.subjectId}, ${one.surrenderedOn}::date, ${one.confessed},
          ${one.exposedOthers})`.execute(tx);
    },

    /** The places in the account's sequence that are taken: what met no such account has stopped nothing. */
    async stopsOf(accountId: string): Promise<number[]> {
      const { rows } = await sql<{ sequence: number }>`/* CaseWorkWriteStore.stopsOf */
        select sequence from police.stop_payment
        where account_id = ${accountId} and mismatched_at is null`.execute(tx);
      return rows.map(row => row.sequence);
    },

    /** Stops of an account that were asked for in a case at the same moment for the same sum, and met it. */
    async stopsAskedAlike(asked: {
      readonly caseNumber: string;
      readonly accountId: string;
      readonly amount: string;
      readonly startsAt: Date;
    }): Promise<
      (StopPaymentRow & { readonly sequence: number; readonly sealedHolderName: string | null })[]
    > {
      const { rows } = await sql<
        StopPaymentRow & { readonly sequence: number; readonly sealedHolderName: string | null }
      >`/* CaseWorkWriteStore.stopsAskedAlike */
        select ${STOP_PAYMENT}, sequence, sealed_holder_name as "sealedHolderName" from police.stop_payment
        where account_id = ${asked.accountId} and case_number = ${asked.caseNumber} and mismatched_at is null
          and starts_at = ${asked.startsAt} and amount = ${asked.amount}::numeric`.execute(tx);
      return rows;
    },

    /** False where another request took the same place in the account's sequence meanwhile. */
    async insertStop(stop: NewStopPayment): Promise<boolean> {
      const { rows } = await sql`/* CaseWorkWriteStore.insertStop */
        insert into police.stop_payment (id, case_number, account_id, account_institution, starts_at, ends_at,
          sequence, authority, issued_by, issued_at, sealed_holder_name, amount)
        values (${stop.id}::uuid, ${stop.caseNumber}, ${stop.accountId}, ${stop.institution}, ${stop.startsAt},
          ${stop.endsAt}, ${stop.sequence}, ${stop.authority}, ${stop.issuedBy}, ${stop.issuedAt},
          ${stop.sealedHolderName}, ${stop.amount}::numeric)
        on conflict (account_id, sequence) where mismatched_at is null do nothing
        returning id`.execute(tx);
      return rows.length > 0;
    },

    async lockStop(id: string): Promise<StopPaymentRow | null> {
      const { rows } = await sql<StopPaymentRow>`/* CaseWorkWriteStore.lockStop */
        select ${STOP_PAYMENT} from police.stop_payment where id = any(${keepUuids([id])}::uuid[])
        for update`.execute(tx);
      return rows[0] ?? null;
    },

    async liftStop(id: string, at: Date): Promise<void> {
      await sql`/* CaseWorkWriteStore.liftStop */
        update police.stop_payment set lifted_at = ${at} where id = ${id}::uuid and lifted_at is null`.execute(
        tx,
      );
    },

    async insertFreeze(freeze: NewFreeze): Promise<void> {
      await sql`/* CaseWorkWriteStore.insertFreeze */
        insert into police.freeze (id, involvement_id, until_on, legal_paper, authority, issued_by, issued_at)
        values (${freeze.id}::uuid, ${freeze.involvementId}::uuid, ${freeze.until}::date, ${freeze.legalPaper},
          ${freeze.authority}, ${freeze.issuedBy}, ${freeze.issuedAt})`.execute(tx);
    },

    /** The organs that ordered the freezes which rest on an involvement and still stand; held until the end. */
    async lockFreezingOrgans(involvementId: string): Promise<string[]> {
      const { rows } = await sql<{ authority: string }>`/* CaseWorkWriteStore.lockFreezingOrgans */
        select authority from police.freeze
        where involvement_id = ${involvementId}::uuid and lifted_at is null and expiry_told_at is null
        order by id for update`.execute(tx);
      return rows.map(row => row.authority);
    },

    /** The freezes that rest on an involvement and still stand; they end with it. */
    async liftFreezes(involvementId: string, at: Date): Promise<EndedFreeze[]> {
      const { rows } = await sql<EndedFreeze>`/* CaseWorkWriteStore.liftFreezes */
        update police.freeze set lifted_at = ${at}
        where involvement_id = ${involvementId}::uuid and lifted_at is null and expiry_told_at is null
        returning id, issued_at as "issuedAt", until_on as until`.execute(tx);
      return rows;
    },

    /** Lifts one that still stands; null for any other. */
    async liftFreeze(id: string, at: Date): Promise<FreezeFacts | null> {
      const { rows } = await sql<FreezeFacts>`/* CaseWorkWriteStore.liftFreeze */
        update police.freeze f set lifted_at = ${at} from police.involvement i
        where f.id = any(${keepUuids([id])}::uuid[]) and i.id = f.involvement_id and f.lifted_at is null
          and f.expiry_told_at is null
        returning f.id, f.issued_at as "issuedAt", f.until_on as until, i.case_number as "caseNumber",
          i.subject_id as "subjectId", i.account_id as "accountId", i.account_institution as "accountInstitution"`.execute(
        tx,
      );
      return rows[0] ?? null;
    },

    async insertStatementRequest(request: NewStatementRequest): Promise<void> {
      await sql`/* CaseWorkWriteStore.insertStatementRequest */
        insert into police.statement_request (id, involvement_id, from_at, to_at, requested_by, requested_at)
        values (${request.id}::uuid, ${request.involvementId}::uuid, ${request.from}, ${request.to},
          ${request.requestedBy}, ${request.requestedAt})`.execute(tx);
    },
  };
}

export type CaseWorkWriteStore = ReturnType<typeof createCaseWorkWriteStore>;

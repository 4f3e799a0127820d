// Made by `npx duanka compose` from schema/operations/ and the schema. Do not edit.
import type { Operation } from "../page/hub/operation";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AbnormalCallReport = {
  callCount?: number | null | undefined;
  complaintCount?: number | null | undefined;
  evidence?: string | null | undefined;
  kind: AbnormalFlagKind;
  number: string;
  observedFrom: string;
  observedTo: string;
};

export type AbnormalFlagKind =
  | 'ABNORMAL_FREQUENCY'
  | 'FORGED_ID'
  | 'HARASSING_CALLS'
  | 'ILLEGAL_OUTBOUND'
  | 'ILLEGAL_RESALE'
  | 'POLICE_NOTICE'
  | 'SPAM_SMS'
  | 'USER_COMPLAINTS';

export type AccessRecordFilter = {
  caller?: string | null | undefined;
  deniedOnly?: boolean | null | undefined;
  documents?: Array<IdentityDocumentInput> | null | undefined;
  field?: string | null | undefined;
  from: string;
  institution?: string | null | undefined;
  outcome?: string | null | undefined;
  purpose?: string | null | undefined;
  reference?: string | null | undefined;
  to: string;
};

export type AccountabilityKey =
  | 'AGENT'
  | 'INSTITUTION'
  | 'OUTLET'
  | 'REGION';

export type AccountClass =
  | 'I'
  | 'II'
  | 'III';

export type AccountKind =
  | 'CREDIT_CARD'
  | 'DEBIT_CARD'
  | 'PASSBOOK'
  | 'PAYMENT_ACCOUNT'
  | 'UNIT_CARD'
  | 'UNIT_SETTLEMENT';

export type AccountOrderKind =
  | 'FREEZE'
  | 'RESTORE'
  | 'REVIEW'
  | 'STOP_PAYMENT'
  | 'SUPPLY_STATEMENT'
  | 'SUSPEND_ALL_PAYMENT'
  | 'SUSPEND_NON_COUNTER';

export type AccountProduct =
  | 'CREDIT_CARD'
  | 'DEBIT_CARD_CLASS_I'
  | 'DEBIT_CARD_CLASS_II'
  | 'DEBIT_CARD_CLASS_III'
  | 'PASSBOOK_CLASS_I'
  | 'PAYMENT_CLASS_I'
  | 'PAYMENT_CLASS_II'
  | 'PAYMENT_CLASS_III'
  | 'UNIT_CARD'
  | 'UNIT_SETTLEMENT';

export type AccountStatus =
  | 'ALL_SUSPENDED'
  | 'CLOSED'
  | 'DORMANT'
  | 'FROZEN'
  | 'NON_COUNTER_SUSPENDED'
  | 'NORMAL'
  | 'STOP_PAYMENT';

export type AlarmKind =
  | 'FOREIGN_INSTITUTION'
  | 'MANY_DENIALS'
  | 'MANY_MISSES'
  | 'MUCH_SOUGHT_PERSON'
  | 'SCOPE_ABOVE_CEILING'
  | 'SEQUENCE'
  | 'UNUSUAL_VOLUME';

export type AnswerState =
  | 'ANSWERED'
  | 'FOUND'
  | 'NONE'
  | 'NOT_ANSWERED'
  | 'NOT_PERMITTED'
  | 'STALE';

export type ApproveExtendedAccessInput = {
  caseNumber: string;
  days: number;
  officer: string;
  reason: string;
};

export type AuthorityLevel =
  | 'COUNTY'
  | 'DISTRICTED_CITY'
  | 'MINISTRY'
  | 'PROVINCE';

export type CaseStatus =
  | 'CLOSED'
  | 'OPEN';

export type CaseSubjectInput = {
  caseNumber: string;
  /** Either this or `subjectId`. */
  document?: IdentityDocumentInput | null | undefined;
  reason: string;
  role: InvolvementRole;
  /** `Subject.id` of whoever holds a line or an account that was looked up by its number. */
  subjectId?: string | null | undefined;
};

export type CloseCaseInput = {
  number: string;
  reason: string;
};

export type CloseRectificationInput = {
  note: string;
  rectificationId: string;
  shut: boolean;
};

export type Conduct =
  | 'CRIMINAL_CONVICTION'
  | 'FICTITIOUS_AGENCY'
  | 'ILLEGAL_LEND'
  | 'ILLEGAL_PURCHASE'
  | 'ILLEGAL_RENT'
  | 'ILLEGAL_SALE'
  | 'ILLEGAL_TRANSFER'
  | 'IMPERSONATION';

export type ConfirmCaseSubjectInput = {
  confirmed: boolean;
  involvementId: string;
};

export type DecideObjectionInput = {
  confirmed: boolean;
  decision: string;
  objectionId: string;
};

export type DisputeAccountInput = {
  accountId: string;
  /** In the person's own words, without numbers. */
  reason: string;
};

export type DisputeLineInput = {
  lineId: string;
  reason: string;
};

export type ExecuteOrdersInput = {
  institution: string;
  outcomes: Array<OrderOutcomeInput>;
  requestId: string;
};

export type FileObjectionInput = {
  documents: Array<string>;
  grounds: string;
  target: ObjectionTarget;
  targetId: string;
};

export type FlagStatus =
  | 'DISMISSED'
  | 'REPORTED'
  | 'VERIFIED';

export type FreezeAccountInput = {
  involvementId: string;
  legalPaper: string;
  until: string;
};

/** Query operations reach subgraphs with the token alone: the gateway fills it in and blanks the number. */
export type IdentityDocumentInput = {
  issuingCountry?: string | null | undefined;
  number: string;
  type: IdentityDocumentType;
};

export type IdentityDocumentType =
  | 'FOREIGN_PERMANENT_RESIDENT_ID'
  | 'HK_MACAU_PERMIT'
  | 'MILITARY_ID'
  | 'PASSPORT'
  | 'RESIDENT_ID'
  | 'TAIWAN_PERMIT'
  | 'UNIFIED_SOCIAL_CREDIT_CODE';

export type ImposeTelecomMeasuresInput = {
  endsOn: string;
  kinds: Array<MeasureKind>;
  reason: string;
  sanctionId: string;
  startsOn: string;
};

export type Instrument =
  | 'IOT_CARD'
  | 'PAYMENT_ACCOUNT'
  | 'PERSONAL_CARD'
  | 'PHONE_CARD'
  | 'UNIT_ACCOUNT';

export type InvolvementRole =
  | 'HOLDER'
  | 'LEGAL_REPRESENTATIVE'
  | 'PERPETRATOR'
  | 'RESPONSIBLE_PERSON'
  | 'VICTIM';

export type InvolvementStanding =
  | 'LEAD'
  | 'RECOGNISED'
  | 'WITHDRAWN';

export type IssueStopPaymentInput = {
  accountInstitution: string;
  accountNumber: string;
  amount: string;
  caseNumber: string;
  holderName: string;
  requestedAt: string;
};

export type ItemState =
  | 'ACCEPTED'
  | 'DUPLICATE'
  | 'REJECTED';

export type LiftSanctionInput = {
  reason: string;
  sanctionId: string;
};

export type LimitExemption =
  | 'MEDICAL'
  | 'MILITARY'
  | 'SOCIAL_SECURITY';

export type LineKind =
  | 'BROADBAND'
  | 'FIXED_LINE'
  | 'INTERNATIONAL_GATEWAY'
  | 'IOT'
  | 'MOBILE'
  | 'NUMBER_400'
  | 'ONE_NUMBER'
  | 'SWITCHBOARD'
  | 'VOICE_TRUNK';

export type LineOrderKind =
  | 'DORMANT_REVIEW'
  | 'RESTORE'
  | 'REVERIFY'
  | 'STOP_UNREGISTERED'
  | 'SUSPEND';

export type LineStatus =
  | 'ACTIVE'
  | 'CLOSED'
  | 'DORMANT'
  | 'PENDING'
  | 'REVERIFY_REQUIRED'
  | 'SUSPENDED';

export type LinkKind =
  | 'FUND_TRANSFER'
  | 'LEGAL_REPRESENTATIVE'
  | 'SHARED_AGENT'
  | 'SHARED_DEVICE'
  | 'SHARED_OUTLET_DAY'
  | 'SHARED_PHONE';

export type MeasureKind =
  | 'NO_NEW_ACCOUNT'
  | 'NO_NEW_LINE'
  | 'REVERIFY'
  | 'SUSPEND_ALL_PAYMENT'
  | 'SUSPEND_LINE'
  | 'SUSPEND_NON_COUNTER';

export type ObjectionStatus =
  | 'CONFIRMED'
  | 'FILED'
  | 'REJECTED';

export type ObjectionTarget =
  | 'BLACKLIST_ENTRY'
  | 'DATA_ERROR'
  | 'INVOLVEMENT'
  | 'ORDER'
  | 'SANCTION'
  | 'STOP_PAYMENT';

export type OpeningOutcome =
  | 'ALLOW'
  | 'DENY'
  | 'REVIEW'
  | 'UNKNOWN';

export type OrderOutcomeInput = {
  /** False: refused, with a reason. */
  executed: boolean;
  /** When it was carried out, or refused. */
  executedAt: string;
  orderId: string;
  /** The institution's own reference. */
  reference?: string | null | undefined;
  refusalReason?: string | null | undefined;
};

export type OrderRectificationInput = {
  dueOn: string;
  message: string;
  ruleId: string;
  /** Code of the outlet, agent or carrier; `<carrier>/<code>` where several use the same code. */
  targetCode: string;
  targetKind: AccountabilityKey;
};

export type OrderStatus =
  | 'DELIVERED'
  | 'EXECUTED'
  | 'EXPIRED'
  | 'ISSUED'
  | 'REFUSED';

export type PoliceChangeKind =
  | 'MEASURE_EXPIRED'
  | 'MEASURE_IN_FORCE'
  | 'MEASURE_LIFTED'
  | 'OBJECTION_DECIDED'
  | 'OBJECTION_FILED'
  | 'WARNING_PUBLISHED';

export type RecogniseInvolvementInput = {
  involvementId: string;
  reason: string;
  recognisedOn: string;
};

export type RecogniseSanctionInput = {
  caseNumber: string;
  conduct: Conduct;
  document: IdentityDocumentInput;
  facts: SanctionFactsInput;
  instruments: Array<Instrument>;
  papers: Array<string>;
  reason: string;
  recognisedOn: string;
  remedy: string;
  role: SanctionedRole;
};

export type RectificationStatus =
  | 'CLOSED'
  | 'ORDERED'
  | 'OVERDUE'
  | 'SHUT';

export type ReportAbnormalCallsInput = {
  carrier: string;
  reports: Array<AbnormalCallReport>;
  requestId: string;
};

export type RuleVersion =
  | 'MEASURES_2024'
  | 'NOTICE_2016'
  | 'NOTICE_2020'
  | 'PBOC_2019_85';

export type SanctionedRole =
  | 'INDIVIDUAL'
  | 'ORGANISER'
  | 'RESPONSIBLE_MANAGER'
  | 'UNIT';

/** Facts that decide the threshold and the length under the version in force on the day. */
export type SanctionFactsInput = {
  cardsOrAccounts: number;
  convicted: boolean;
  counterparties: number;
  occasions: number;
  repeat: boolean;
};

export type SanctionPreviewInput = {
  caseNumber: string;
  conduct: Conduct;
  document: IdentityDocumentInput;
  facts: SanctionFactsInput;
  instruments: Array<Instrument>;
  recognisedOn: string;
  role: SanctionedRole;
};

export type SanctionStatus =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'LIFTED'
  | 'OBJECTED'
  | 'RECOGNISED'
  | 'SERVED';

export type Sector =
  | 'BANKING'
  | 'PAYMENT'
  | 'POLICE'
  | 'TELECOM';

export type ServeSanctionInput = {
  method: string;
  sanctionId: string;
  servedOn: string;
};

export type SubjectKind =
  | 'PERSON'
  | 'UNIT';

export type TrailDirection =
  | 'IN'
  | 'OUT';

export type TransferChannel =
  | 'ATM'
  | 'COUNTER'
  | 'MOBILE'
  | 'ONLINE'
  | 'POS';

export type VerifyAbnormalFlagInput = {
  confirmed: boolean;
  flagId: string;
  note: string;
};

export type VisitStatus =
  | 'MET'
  | 'PLANNED'
  | 'REFUSED'
  | 'SIGNED';

export type AccessRecordsQueryVariables = Exact<{
  filter: AccessRecordFilter;
  after?: string | null | undefined;
}>;


export type AccessRecordsQuery = { accessRecords: { nodes: Array<{ chain: string, sequence: string, at: string, caller: string, institution: string, purpose: string, reference: string | null, operation: string, outcome: string, fieldsReturned: Array<string>, fieldsDenied: Array<string>, servedFromCache: Array<string>, subjectIds: Array<string>, hash: string }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type AlarmsAndChainsQueryVariables = Exact<{
  from: string;
  to: string;
  after?: string | null | undefined;
}>;


export type AlarmsAndChainsQuery = { alarms: { nodes: Array<{ id: string, kind: AlarmKind, at: string, count: number, caller: string | null, institution: string | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null, auditChains: Array<{ chain: string, intact: boolean, length: number, lastCheckpointAt: string | null, firstBadSequence: string | null }> | null };

export type AccountAccountabilityQueryVariables = Exact<{
  by: AccountabilityKey;
  from?: string | null | undefined;
  to?: string | null | undefined;
  institution?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AccountAccountabilityQuery = { accountAccountability: Array<{ key: string, name: string, opened: number, involved: number, restricted: number, involvedPerTenThousand: number }> | null };

export type LineAccountabilityQueryVariables = Exact<{
  by: AccountabilityKey;
  from?: string | null | undefined;
  to?: string | null | undefined;
  carrier?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type LineAccountabilityQuery = { lineAccountability: Array<{ key: string, name: string, opened: number, involved: number, flagged: number, involvedPerTenThousand: number }> | null };

export type RealNameRatesQueryVariables = Exact<{ [key: string]: never; }>;


export type RealNameRatesQuery = { realNameRates: Array<{ rate: number, registered: number, total: number, deadlineMet: boolean, carrier: { code: string, name: string } }> | null };

export type IssueStopPaymentMutationVariables = Exact<{
  input: IssueStopPaymentInput;
}>;


export type IssueStopPaymentMutation = { issueStopPayment: { id: string, sequence: number, startsAt: string, endsAt: string } };

export type FreezeAccountMutationVariables = Exact<{
  input: FreezeAccountInput;
}>;


export type FreezeAccountMutation = { freezeAccount: { id: string } };

export type RecogniseInvolvementMutationVariables = Exact<{
  input: RecogniseInvolvementInput;
}>;


export type RecogniseInvolvementMutation = { recogniseInvolvement: { id: string, standing: InvolvementStanding } };

export type CloseCaseMutationVariables = Exact<{
  input: CloseCaseInput;
}>;


export type CloseCaseMutation = { closeCase: { number: string, status: CaseStatus } };

export type AccountInstitutionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountInstitutionsQuery = { institutions: Array<{ code: string, name: string, sector: Sector }> };

export type CaseDetailsQueryVariables = Exact<{
  number: string;
  after?: string | null | undefined;
}>;


export type CaseDetailsQuery = { case: { number: string, title: string, status: CaseStatus, openedOn: string, closedOn: string | null, lead: string, officers: Array<string>, authority: { code: string, name: string }, stages: Array<{ name: string, enteredOn: string, ageDays: number }>, involvements: { nodes: Array<{ id: string, role: InvolvementRole, standing: InvolvementStanding, conduct: Conduct | null, markedAt: string, confirmedAt: string | null, recognisedOn: string | null, subject: { id: string, bankingIdentity: { name: string | null, maskedNumber: string } | null } | null, account: { id: string, maskedNumber: string, institution: { name: string } } | null, line: { id: string, number: string | null } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null, stopPayments: Array<{ id: string, startsAt: string, endsAt: string, sequence: number, mismatchedAt: string | null, account: { id: string, maskedNumber: string, institution: { name: string } } | null }> } | null };

export type ConfirmCaseSubjectMutationVariables = Exact<{
  input: ConfirmCaseSubjectInput;
}>;


export type ConfirmCaseSubjectMutation = { confirmCaseSubject: { id: string, confirmedAt: string | null } };

export type ApproveExtendedAccessMutationVariables = Exact<{
  input: ApproveExtendedAccessInput;
}>;


export type ApproveExtendedAccessMutation = { approveExtendedAccess: { id: string, officer: string, expiresAt: string } };

export type AddCaseSubjectMutationVariables = Exact<{
  input: CaseSubjectInput;
}>;


export type AddCaseSubjectMutation = { addCaseSubject: { id: string, standing: InvolvementStanding } };

export type AccountCleanUpQueryVariables = Exact<{
  institution: string;
  seesIdentity: boolean;
  after?: string | null | undefined;
}>;


export type AccountCleanUpQuery = { accountCleanUpList: { nodes: Array<{ cards: number, above: number, subject: { id: string, bankingIdentity?: { name: string | null, maskedNumber: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type LineCleanUpQueryVariables = Exact<{
  carrier: string;
  seesIdentity: boolean;
  after?: string | null | undefined;
}>;


export type LineCleanUpQuery = { cleanUpList: { nodes: Array<{ active: number, above: number, subject: { id: string, telecomIdentity?: { name: string | null, maskedNumber: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type DossierQueryVariables = Exact<{
  document: IdentityDocumentInput;
}>;


export type DossierQuery = { subject: { id: string, telecomIdentity: { kind: SubjectKind, documentType: IdentityDocumentType, maskedNumber: string, name: string | null } | null, phoneLines: { totalCount: number, nodes: Array<{ number: string | null, kind: LineKind | null, status: LineStatus | null, registeredOn: string | null, carrier: { code: string, name: string } | null, flags: Array<{ kind: AbnormalFlagKind, status: FlagStatus, observedFrom: string }> | null }> } | null, accounts: { totalCount: number, nodes: Array<{ id: string, maskedNumber: string, kind: AccountKind, accountClass: AccountClass | null, status: AccountStatus, openedOn: string, institution: { code: string, name: string }, reservedPhone: { number: string | null, status: LineStatus | null, holder: { id: string, telecomIdentity: { maskedNumber: string, name: string | null } | null } | null } | null, restrictions: Array<{ kind: AccountOrderKind, endsAt: string | null, causeId: string }> }> } | null, linkedAccounts: { truncated: boolean, nodes: Array<{ kind: LinkKind, hops: number, account: { id: string, maskedNumber: string, institution: { name: string } } | null, holder: { id: string } | null, evidence: Array<{ kind: LinkKind, value: string }> }> } | null, sanctions: Array<{ id: string, conduct: Conduct, status: SanctionStatus, ruleVersion: RuleVersion, recognisedOn: string, recognisedBy: { name: string, level: AuthorityLevel }, measures: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string }> }> | null, measuresInForce: Array<{ kind: MeasureKind, sector: Sector, endsOn: string }> | null, involvements: Array<{ role: InvolvementRole, standing: InvolvementStanding, case: { number: string, title: string, status: CaseStatus } | null }> | null, telecomCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string } }> | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string } }> | null, policeCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string } }> | null } | null };

export type BankingFeedQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type BankingFeedQuery = { bankingChanges: { nodes: Array<{ sequence: string, at: string, kind: string, subject: { id: string } | null, account: { id: string } | null, order: { id: string, kind: AccountOrderKind, status: OrderStatus, dueAt: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PoliceFeedQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type PoliceFeedQuery = { policeChanges: { nodes: Array<{ sequence: string, at: string, kind: PoliceChangeKind, subject: { id: string } | null, sanction: { id: string, status: SanctionStatus } | null, warning: { id: string, title: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type TelecomFeedQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
}>;


export type TelecomFeedQuery = { telecomChanges: { nodes: Array<{ sequence: string, at: string, kind: string, subject: { id: string } | null, flag: { id: string, kind: AbnormalFlagKind, status: FlagStatus } | null, order: { id: string, kind: LineOrderKind, status: OrderStatus, dueAt: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type FindByDocumentQueryVariables = Exact<{
  document: IdentityDocumentInput;
}>;


export type FindByDocumentQuery = { police: { id: string, policeCoverage: Array<{ state: AnswerState }> | null } | null, telecom: { id: string, telecomCoverage: Array<{ state: AnswerState }> | null } | null, banking: { id: string, bankingCoverage: Array<{ state: AnswerState }> | null } | null };

export type FindByLineQueryVariables = Exact<{
  number: string;
}>;


export type FindByLineQuery = { phoneLine: { id: string, holder: { id: string } | null } | null };

export type FindByAccountQueryVariables = Exact<{
  number: string;
  institution?: string | null | undefined;
}>;


export type FindByAccountQuery = { account: { id: string, holder: { id: string } | null } | null };

export type AbnormalFlagsQueryVariables = Exact<{
  carrier: string;
  status?: FlagStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type AbnormalFlagsQuery = { abnormalFlags: { nodes: Array<{ id: string, kind: AbnormalFlagKind, status: FlagStatus, observedFrom: string, observedTo: string, reportedAt: string, callCount: number | null, complaintCount: number | null, evidence: string | null, note: string | null, line: { id: string, number: string | null, status: LineStatus | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type VerifyFlagMutationVariables = Exact<{
  input: VerifyAbnormalFlagInput;
}>;


export type VerifyFlagMutation = { verifyAbnormalFlag: { id: string, status: FlagStatus } };

export type ReportAbnormalCallsMutationVariables = Exact<{
  input: ReportAbnormalCallsInput;
}>;


export type ReportAbnormalCallsMutation = { reportAbnormalCalls: { requestId: string, accepted: number, duplicate: number, rejected: number, items: Array<{ index: number, state: ItemState, code: string | null, message: string | null }> } };

export type FundTrailQueryVariables = Exact<{
  id: string;
  account: string;
  direction: TrailDirection;
  depth: number;
}>;


export type FundTrailQuery = { subject: { id: string, accounts: { nodes: Array<{ id: string, maskedNumber: string, fundTrail: { truncated: boolean, hops: Array<{ hop: number, transfer: { id: string, amount: string, at: string, channel: TransferChannel, caseNumber: string | null, from: { id: string, maskedNumber: string, status: AccountStatus, institution: { name: string }, holder: { id: string, bankingIdentity: { name: string | null } | null } | null } | null, to: { id: string, maskedNumber: string, status: AccountStatus, institution: { name: string }, holder: { id: string, bankingIdentity: { name: string | null } | null } | null } | null } }> } | null }> } | null } | null };

export type EndFragment = { id: string, maskedNumber: string, status: AccountStatus, institution: { name: string }, holder: { id: string, bankingIdentity: { name: string | null } | null } | null };

export type MoneyAccountsQueryVariables = Exact<{
  id: string;
}>;


export type MoneyAccountsQuery = { subject: { id: string, bankingIdentity: { name: string | null } | null, accounts: { totalCount: number, nodes: Array<{ id: string, maskedNumber: string, institution: { code: string, name: string } }> } | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null } | null };

export type InstitutionNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type InstitutionNamesQuery = { institutions: Array<{ code: string, name: string }> };

export type LinkHolderQueryVariables = Exact<{
  id: string;
  via?: Array<LinkKind> | LinkKind | null | undefined;
  byPhone: boolean;
  accountsAfter?: string | null | undefined;
  linesAfter?: string | null | undefined;
}>;


export type LinkHolderQuery = { subject: { id: string, accounts?: { nodes: Array<{ id: string, reservedPhone: { holder: { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null, accounts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, openedOn: string, institution: { name: string } }> } | null, phoneLines: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string | null, kind: LineKind | null, status: LineStatus | null, registeredOn: string | null }> } | null, measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null, telecomCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, policeCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null } | null } | null }> } | null, linkedAccounts?: { nodes: Array<{ holder: { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null, accounts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, openedOn: string, institution: { name: string } }> } | null, phoneLines: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string | null, kind: LineKind | null, status: LineStatus | null, registeredOn: string | null }> } | null, measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null, telecomCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, policeCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null } | null }> } | null } | null };

export type HolderFragment = { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null, accounts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, openedOn: string, institution: { name: string } }> } | null, phoneLines: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string | null, kind: LineKind | null, status: LineStatus | null, registeredOn: string | null }> } | null, measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null, telecomCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, policeCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null };

export type HolderHeardFragment = { state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } };

export type LinksQueryVariables = Exact<{
  id: string;
  accountsAfter?: string | null | undefined;
  linesAfter?: string | null | undefined;
}>;


export type LinksQuery = { subject: { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null, accounts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, openedOn: string, institution: { name: string }, reservedPhone: { number: string | null, holder: { id: string, telecomIdentity: { name: string | null, kind: SubjectKind } | null, measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null } | null } | null }> } | null, phoneLines: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string | null, kind: LineKind | null, status: LineStatus | null, registeredOn: string | null, carrier: { name: string } | null }> } | null, linkedAccounts: { truncated: boolean, nodes: Array<{ kind: LinkKind, hops: number, account: { id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, institution: { name: string } } | null, holder: { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null, measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null } | null, evidence: Array<{ kind: LinkKind, value: string, firstSeen: string | null, lastSeen: string | null }> }> } | null, telecomCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, policeCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null } | null };

export type StandingFragment = { measuresInForce: Array<{ kind: MeasureKind }> | null, sanctions: Array<{ status: SanctionStatus }> | null };

export type HeardFragment = { state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } };

export type MyCasesQueryVariables = Exact<{
  status?: CaseStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type MyCasesQuery = { cases: { nodes: Array<{ number: string, title: string, status: CaseStatus, openedOn: string, closedOn: string | null, lead: string, authority: { name: string }, stages: Array<{ name: string, enteredOn: string, ageDays: number }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type MyObjectionsQueryVariables = Exact<{
  document: IdentityDocumentInput;
}>;


export type MyObjectionsQuery = { subject: { id: string, objections: Array<{ id: string, status: ObjectionStatus, target: ObjectionTarget, grounds: string, filedAt: string, dueAt: string, decidedAt: string | null, decision: string | null, restoredAt: string | null }> | null, accounts: { nodes: Array<{ id: string, maskedNumber: string, status: AccountStatus, institution: { code: string, name: string }, orders: Array<{ id: string, causeId: string, kind: AccountOrderKind, status: OrderStatus, dueAt: string, executedAt: string | null }> | null }> } | null, phoneLines: { nodes: Array<{ id: string, maskedNumber: string | null, status: LineStatus | null, carrier: { code: string, name: string } | null, orders: Array<{ id: string, causeId: string, kind: LineOrderKind, status: OrderStatus, dueAt: string, executedAt: string | null }> | null }> } | null } | null };

export type ObjectionsQueryVariables = Exact<{
  status?: ObjectionStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type ObjectionsQuery = { objections: { nodes: Array<{ id: string, status: ObjectionStatus, target: ObjectionTarget, filedAt: string, dueAt: string, decidedAt: string | null, restoredAt: string | null, grounds: string, decision: string | null, sanction: { id: string, conduct: Conduct, status: SanctionStatus, case: { number: string } | null } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type DecideObjectionMutationVariables = Exact<{
  input: DecideObjectionInput;
}>;


export type DecideObjectionMutation = { decideObjection: { id: string, status: ObjectionStatus } };

export type FileObjectionMutationVariables = Exact<{
  input: FileObjectionInput;
}>;


export type FileObjectionMutation = { fileObjection: { id: string, status: ObjectionStatus, dueAt: string } };

export type DisputeAccountMutationVariables = Exact<{
  input: DisputeAccountInput;
}>;


export type DisputeAccountMutation = { disputeAccount: { id: string, status: OrderStatus, dueAt: string } };

export type DisputeLineMutationVariables = Exact<{
  input: DisputeLineInput;
}>;


export type DisputeLineMutation = { disputeLine: { id: string, status: OrderStatus, dueAt: string } };

export type AccountOpeningQueryVariables = Exact<{
  document: IdentityDocumentInput;
  institution: string;
  product: AccountProduct;
  exemption?: LimitExemption | null | undefined;
  reviewReason?: string | null | undefined;
}>;


export type AccountOpeningQuery = { subject: { id: string, accountOpening: { id: string, on: string | null, product: string | null, outcome: OpeningOutcome, ruleVersion: string, decidedAt: string, findings: Array<{ ruleId: string, article: string, message: string, fact: string | null, until: string | null }>, coverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> } | null } | null };

export type LineOpeningQueryVariables = Exact<{
  document: IdentityDocumentInput;
  carrier: string;
  kind: LineKind;
}>;


export type LineOpeningQuery = { subject: { id: string, lineOpening: { id: string, on: string | null, product: string | null, outcome: OpeningOutcome, ruleVersion: string, decidedAt: string, findings: Array<{ ruleId: string, article: string, message: string, fact: string | null, until: string | null }>, coverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> } | null } | null };

export type DecisionFragment = { id: string, on: string | null, product: string | null, outcome: OpeningOutcome, ruleVersion: string, decidedAt: string, findings: Array<{ ruleId: string, article: string, message: string, fact: string | null, until: string | null }>, coverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> };

export type AccountOrdersQueryVariables = Exact<{
  institution: string;
  status?: OrderStatus | null | undefined;
  after?: string | null | undefined;
  now: string;
}>;


export type AccountOrdersQuery = { late: { totalCount: number } | null, accountOrders: { totalCount: number, nodes: Array<{ id: string, kind: AccountOrderKind, status: OrderStatus, issuedAt: string, dueAt: string, executedAt: string | null, refusalReason: string | null, causeId: string, account: { id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus } | null, reason: { ruleId: string, article: string, message: string, fact: string | null, until: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type LineOrdersQueryVariables = Exact<{
  carrier: string;
  status?: OrderStatus | null | undefined;
  after?: string | null | undefined;
  now: string;
}>;


export type LineOrdersQuery = { late: { totalCount: number } | null, lineOrders: { totalCount: number, nodes: Array<{ id: string, kind: LineOrderKind, status: OrderStatus, issuedAt: string, dueAt: string, executedAt: string | null, causeId: string, line: { id: string, number: string | null, kind: LineKind | null, status: LineStatus | null }, reason: { ruleId: string, article: string, message: string, fact: string | null, until: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type AccountRestoringQueryVariables = Exact<{
  institution: string;
}>;


export type AccountRestoringQuery = { institution: { accountRecord: { overdueOrders: number, medianHoursToExecute: number | null, medianHoursToRestore: number | null } | null } | null };

export type LineRestoringQueryVariables = Exact<{
  carrier: string;
}>;


export type LineRestoringQuery = { institution: { lineRecord: { overdueOrders: number, medianHoursToExecute: number | null, medianHoursToRestore: number | null } | null } | null };

export type ExecuteAccountOrdersMutationVariables = Exact<{
  input: ExecuteOrdersInput;
}>;


export type ExecuteAccountOrdersMutation = { executeAccountOrders: { accepted: number, duplicate: number, rejected: number, items: Array<{ index: number, state: ItemState, code: string | null, message: string | null }> } };

export type ExecuteLineOrdersMutationVariables = Exact<{
  input: ExecuteOrdersInput;
}>;


export type ExecuteLineOrdersMutation = { executeLineOrders: { accepted: number, duplicate: number, rejected: number, items: Array<{ index: number, state: ItemState, code: string | null, message: string | null }> } };

export type SettledOutcomeFragment = { accepted: number, duplicate: number, rejected: number, items: Array<{ index: number, state: ItemState, code: string | null, message: string | null }> };

export type ReasonFragment = { ruleId: string, article: string, message: string, fact: string | null, until: string | null };

export type PersonQueryVariables = Exact<{
  id: string;
  seesIdentity: boolean;
  seesLines: boolean;
  seesRealName: boolean;
  seesAccounts: boolean;
  seesAccountNumbers: boolean;
  seesLinks: boolean;
  seesSanctions: boolean;
  checksSanctions: boolean;
  seesCases: boolean;
  seesOwnObjections: boolean;
  linesAfter?: string | null | undefined;
  accountsAfter?: string | null | undefined;
}>;


export type PersonQuery = { subject: { id: string, telecomIdentity?: { kind: SubjectKind, documentType: IdentityDocumentType, maskedNumber: string, name: string | null } | null, bankingIdentity?: { kind: SubjectKind, documentType: IdentityDocumentType, maskedNumber: string, name: string | null } | null, legalRepresentative?: { id: string, bankingIdentity: { name: string | null, maskedNumber: string } | null } | null, representedUnits?: Array<{ id: string, bankingIdentity: { name: string | null, maskedNumber: string } | null }> | null, phoneLines?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, number: string | null, maskedNumber: string | null, kind: LineKind | null, status: LineStatus | null, registeredOn: string | null, activatedOn: string | null, lastUsedOn: string | null, closedOn: string | null, carrier: { code: string, name: string } | null, openedAt: { code: string, name: string, agent: string | null, region: string } | null, flags: Array<{ id: string, kind: AbnormalFlagKind, status: FlagStatus, observedFrom: string, observedTo: string, note: string | null }> | null, realName?: { method: string, onlineCheckPassed: boolean, result: string, verifiedOn: string } | null, orders: Array<{ id: string, kind: LineOrderKind, status: OrderStatus, issuedAt: string, dueAt: string, causeId: string, reason: { ruleId: string, article: string, message: string, fact: string | null, until: string | null } }> | null }> } | null, blacklistEntries?: Array<{ id: string, reason: string, startsOn: string, endsOn: string | null, liftedAt: string | null, imposedBy: { name: string } }> | null, accounts?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, number?: string | null, maskedNumber: string, kind: AccountKind, accountClass: AccountClass | null, status: AccountStatus, openedOn: string, closedOn: string | null, institution: { code: string, name: string }, openedAt: { code: string, name: string, region: string } | null, reservedPhone?: { id: string, number: string | null, status: LineStatus | null, holder: { id: string, telecomIdentity: { name: string | null, maskedNumber: string } | null } | null } | null, restrictions: Array<{ kind: AccountOrderKind, startsAt: string, endsAt: string | null, causeId: string, derivation: Array<{ ruleId: string, article: string, message: string, fact: string | null, until: string | null }> }>, orders?: Array<{ id: string, kind: AccountOrderKind, causeId: string }> | null }> } | null, linkedAccounts?: { truncated: boolean, nodes: Array<{ kind: LinkKind, hops: number, account: { id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, institution: { code: string, name: string } } | null, holder: { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null } | null, evidence: Array<{ kind: LinkKind, value: string, firstSeen: string | null, lastSeen: string | null }> }> } | null, sanctions?: Array<{ id: string, conduct: Conduct, role: SanctionedRole, status: SanctionStatus, ruleVersion: RuleVersion, recognisedOn: string, recognisedBy: { code: string, name: string, level: AuthorityLevel }, case?: { number: string } | null, measures: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string, liftedAt: string | null }>, notice: { reason: string, remedy: string, papers: Array<string>, servedOn: string | null }, objections: Array<{ id: string, status: ObjectionStatus, filedAt: string, dueAt: string, decidedAt: string | null, grounds: string, decision: string | null }>, accountExecution: Array<{ issued: number, executed: number, refused: number, late: number, restored: number, restoreRefused: number, restoreLate: number, nextDueAt: string | null, lastExecutedAt: string | null, institution: { code: string, name: string } }> | null, lineExecution: Array<{ issued: number, executed: number, refused: number, late: number, restored: number, restoreRefused: number, restoreLate: number, nextDueAt: string | null, lastExecutedAt: string | null, institution: { code: string, name: string } }> | null }> | null, measuresInForce?: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string, sanctionId: string }> | null, involvements?: Array<{ id: string, role: InvolvementRole, standing: InvolvementStanding, conduct: Conduct | null, markedAt: string, confirmedAt: string | null, recognisedOn: string | null, recognisedBy: { name: string } | null, case: { number: string, title: string, status: CaseStatus } | null }> | null, objections?: Array<{ id: string, target: ObjectionTarget, status: ObjectionStatus, grounds: string, filedAt: string, dueAt: string, decidedAt: string | null, decision: string | null, restoredAt: string | null }> | null, visits?: Array<{ id: string, status: VisitStatus, plannedOn: string, metOn: string | null, commitmentReference: string | null }> | null, telecomCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, bankingCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null, policeCoverage: Array<{ state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } }> | null } | null };

export type IdentityFragment = { kind: SubjectKind, documentType: IdentityDocumentType, maskedNumber: string, name: string | null };

export type AnswerFragment = { state: AnswerState, asOf: string | null, institution: { code: string, name: string, sector: Sector } };

export type FindingFragment = { ruleId: string, article: string, message: string, fact: string | null, until: string | null };

export type LinkFragment = { kind: LinkKind, hops: number, account: { id: string, maskedNumber: string, kind: AccountKind, status: AccountStatus, institution: { code: string, name: string } } | null, holder: { id: string, bankingIdentity: { name: string | null, maskedNumber: string, kind: SubjectKind } | null } | null, evidence: Array<{ kind: LinkKind, value: string, firstSeen: string | null, lastSeen: string | null }> };

export type SanctionFactsFragment = { id: string, conduct: Conduct, role: SanctionedRole, status: SanctionStatus, ruleVersion: RuleVersion, recognisedOn: string, recognisedBy: { code: string, name: string, level: AuthorityLevel }, case?: { number: string } | null, measures: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string, liftedAt: string | null }>, notice: { reason: string, remedy: string, papers: Array<string>, servedOn: string | null }, objections: Array<{ id: string, status: ObjectionStatus, filedAt: string, dueAt: string, decidedAt: string | null, grounds: string, decision: string | null }>, accountExecution: Array<{ issued: number, executed: number, refused: number, late: number, restored: number, restoreRefused: number, restoreLate: number, nextDueAt: string | null, lastExecutedAt: string | null, institution: { code: string, name: string } }> | null, lineExecution: Array<{ issued: number, executed: number, refused: number, late: number, restored: number, restoreRefused: number, restoreLate: number, nextDueAt: string | null, lastExecutedAt: string | null, institution: { code: string, name: string } }> | null };

export type ExecutionFragment = { issued: number, executed: number, refused: number, late: number, restored: number, restoreRefused: number, restoreLate: number, nextDueAt: string | null, lastExecutedAt: string | null, institution: { code: string, name: string } };

export type RectificationsQueryVariables = Exact<{
  status?: RectificationStatus | null | undefined;
}>;


export type RectificationsQuery = { rectifications: Array<{ id: string, targetCode: string, targetKind: AccountabilityKey, status: RectificationStatus, orderedOn: string, dueOn: string, closedOn: string | null, breach: { ruleId: string, article: string, message: string, fact: string | null, until: string | null } }> | null };

export type OrderRectificationMutationVariables = Exact<{
  input: OrderRectificationInput;
}>;


export type OrderRectificationMutation = { orderRectification: { id: string, status: RectificationStatus, dueOn: string } };

export type CloseRectificationMutationVariables = Exact<{
  input: CloseRectificationInput;
}>;


export type CloseRectificationMutation = { closeRectification: { id: string, status: RectificationStatus, closedOn: string | null } };

export type PreviewSanctionQueryVariables = Exact<{
  input: SanctionPreviewInput;
}>;


export type PreviewSanctionQuery = { sanctionPreview: { ruleVersion: RuleVersion, article: string, obstacle: string | null, accountsTouched: number | null, measures: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string }> } | null };

export type RecogniseSanctionMutationVariables = Exact<{
  input: RecogniseSanctionInput;
}>;


export type RecogniseSanctionMutation = { recogniseSanction: { id: string, status: SanctionStatus } };

export type ServeSanctionMutationVariables = Exact<{
  input: ServeSanctionInput;
}>;


export type ServeSanctionMutation = { serveSanction: { id: string, status: SanctionStatus } };

export type LiftSanctionMutationVariables = Exact<{
  input: LiftSanctionInput;
}>;


export type LiftSanctionMutation = { liftSanction: { id: string, status: SanctionStatus } };

export type SanctionsOfQueryVariables = Exact<{
  id: string;
}>;


export type SanctionsOfQuery = { subject: { id: string, sanctions: Array<{ id: string, conduct: Conduct, recognisedOn: string, case: { number: string } | null }> | null } | null };

export type ShowNumberToIdentifyQueryVariables = Exact<{
  id: string;
}>;


export type ShowNumberToIdentifyQuery = { subject: { id: string, telecomIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null, bankingIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null } | null };

export type ShowNumberForWritQueryVariables = Exact<{
  id: string;
}>;


export type ShowNumberForWritQuery = { subject: { id: string, telecomIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null, bankingIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null } | null };

export type ShowNumberToContactQueryVariables = Exact<{
  id: string;
}>;


export type ShowNumberToContactQuery = { subject: { id: string, telecomIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null, bankingIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null } | null };

export type FullNumberFragment = { id: string, telecomIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null, bankingIdentity: { documentType: IdentityDocumentType, number: string | null, name: string | null } | null };

export type NumberFragment = { documentType: IdentityDocumentType, number: string | null, name: string | null };

export type ImposeTelecomMeasuresMutationVariables = Exact<{
  input: ImposeTelecomMeasuresInput;
}>;


export type ImposeTelecomMeasuresMutation = { imposeTelecomMeasures: { id: string, status: SanctionStatus, conduct: Conduct, recognisedOn: string, recognisedBy: { name: string }, measures: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string, liftedAt: string | null }> } };

export type ToldSanctionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ToldSanctionsQuery = { policeChanges: { nodes: Array<{ sequence: string, at: string, kind: PoliceChangeKind, sanction: { id: string, status: SanctionStatus, conduct: Conduct, role: SanctionedRole, recognisedOn: string, recognisedBy: { name: string }, measures: Array<{ kind: MeasureKind, sector: Sector, startsOn: string, endsOn: string, liftedAt: string | null }>, lineExecution: Array<{ issued: number, executed: number, refused: number, late: number, restored: number, restoreRefused: number, restoreLate: number, institution: { code: string, name: string } }> | null } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type WarningsQueryVariables = Exact<{ [key: string]: never; }>;


export type WarningsQuery = { warnings: Array<{ id: string, title: string, body: string, publishedAt: string, regions: Array<string> }> | null };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { me: { id: string, scopes: Array<string>, purposes: Array<string>, view: string, sector: Sector | null, authority: { code: string, name: string, level: AuthorityLevel } | null, institution: { code: string, name: string } | null } };

export const AccessRecords: Operation<AccessRecordsQuery, AccessRecordsQueryVariables> = { name: "AccessRecords", hash: "af9b96549763fd43ace14084c110600df039cbec0d7102ea0204bc4580a9a222" };
export const AlarmsAndChains: Operation<AlarmsAndChainsQuery, AlarmsAndChainsQueryVariables> = { name: "AlarmsAndChains", hash: "af9b96549763fd43ace14084c110600df039cbec0d7102ea0204bc4580a9a222" };
export const AccountAccountability: Operation<AccountAccountabilityQuery, AccountAccountabilityQueryVariables> = { name: "AccountAccountability", hash: "550961aa5e5bd3a46687e075e63ee00400bce4c7f5ca9314b48d373db52a9c23" };
export const LineAccountability: Operation<LineAccountabilityQuery, LineAccountabilityQueryVariables> = { name: "LineAccountability", hash: "550961aa5e5bd3a46687e075e63ee00400bce4c7f5ca9314b48d373db52a9c23" };
export const RealNameRates: Operation<RealNameRatesQuery, RealNameRatesQueryVariables> = { name: "RealNameRates", hash: "550961aa5e5bd3a46687e075e63ee00400bce4c7f5ca9314b48d373db52a9c23" };
export const IssueStopPayment: Operation<IssueStopPaymentMutation, IssueStopPaymentMutationVariables> = { name: "IssueStopPayment", hash: "3935134bd6611d738eaf3ad85f12d43931bf27584661f6a6ff7e7e34d5eb344a", isChange: true };
export const FreezeAccount: Operation<FreezeAccountMutation, FreezeAccountMutationVariables> = { name: "FreezeAccount", hash: "3935134bd6611d738eaf3ad85f12d43931bf27584661f6a6ff7e7e34d5eb344a", isChange: true };
export const RecogniseInvolvement: Operation<RecogniseInvolvementMutation, RecogniseInvolvementMutationVariables> = { name: "RecogniseInvolvement", hash: "3935134bd6611d738eaf3ad85f12d43931bf27584661f6a6ff7e7e34d5eb344a", isChange: true };
export const CloseCase: Operation<CloseCaseMutation, CloseCaseMutationVariables> = { name: "CloseCase", hash: "3935134bd6611d738eaf3ad85f12d43931bf27584661f6a6ff7e7e34d5eb344a", isChange: true };
export const AccountInstitutions: Operation<AccountInstitutionsQuery, AccountInstitutionsQueryVariables> = { name: "AccountInstitutions", hash: "3935134bd6611d738eaf3ad85f12d43931bf27584661f6a6ff7e7e34d5eb344a" };
export const CaseDetails: Operation<CaseDetailsQuery, CaseDetailsQueryVariables> = { name: "CaseDetails", hash: "380a0ec76c746e1a9d0150074f450a7a9401557a74f5e748460a5b19e3b17349" };
export const ConfirmCaseSubject: Operation<ConfirmCaseSubjectMutation, ConfirmCaseSubjectMutationVariables> = { name: "ConfirmCaseSubject", hash: "8cb4076cf78e04951978ad5f941b51a75a351b20300b166ed5b52db5f0359288", isChange: true };
export const ApproveExtendedAccess: Operation<ApproveExtendedAccessMutation, ApproveExtendedAccessMutationVariables> = { name: "ApproveExtendedAccess", hash: "8cb4076cf78e04951978ad5f941b51a75a351b20300b166ed5b52db5f0359288", isChange: true };
export const AddCaseSubject: Operation<AddCaseSubjectMutation, AddCaseSubjectMutationVariables> = { name: "AddCaseSubject", hash: "8cb4076cf78e04951978ad5f941b51a75a351b20300b166ed5b52db5f0359288", isChange: true };
export const AccountCleanUp: Operation<AccountCleanUpQuery, AccountCleanUpQueryVariables> = { name: "AccountCleanUp", hash: "684263048337806a18d5895e9e7c070294ed3331d5978fd2617158f608e32162" };
export const LineCleanUp: Operation<LineCleanUpQuery, LineCleanUpQueryVariables> = { name: "LineCleanUp", hash: "684263048337806a18d5895e9e7c070294ed3331d5978fd2617158f608e32162" };
export const Dossier: Operation<DossierQuery, DossierQueryVariables> = { name: "Dossier", hash: "7f901dc920aa51f48cf51479452256824d91ecc4ee4fdc0e09bbabcd54b869d8" };
export const BankingFeed: Operation<BankingFeedQuery, BankingFeedQueryVariables> = { name: "BankingFeed", hash: "510a6d576f3db340695d04d88e1dfad4965e136cf301efe54f4d97e825bb03cd" };
export const PoliceFeed: Operation<PoliceFeedQuery, PoliceFeedQueryVariables> = { name: "PoliceFeed", hash: "52d4e0e1ae394144ce1dc905837e2f49162b636badcfff88a30ecf14d5b2d08c" };
export const TelecomFeed: Operation<TelecomFeedQuery, TelecomFeedQueryVariables> = { name: "TelecomFeed", hash: "310620ad324755ce261bdebcd5b1eca470afb3bedda174ed0c9205e3a499a37e" };
export const FindByDocument: Operation<FindByDocumentQuery, FindByDocumentQueryVariables> = { name: "FindByDocument", hash: "b9abb505c4a76ab4a5d7e8c08d06c6d02c076bc0231d9acdfdcbdc5b5c9e4416" };
export const FindByLine: Operation<FindByLineQuery, FindByLineQueryVariables> = { name: "FindByLine", hash: "b9abb505c4a76ab4a5d7e8c08d06c6d02c076bc0231d9acdfdcbdc5b5c9e4416" };
export const FindByAccount: Operation<FindByAccountQuery, FindByAccountQueryVariables> = { name: "FindByAccount", hash: "b9abb505c4a76ab4a5d7e8c08d06c6d02c076bc0231d9acdfdcbdc5b5c9e4416" };
export const AbnormalFlags: Operation<AbnormalFlagsQuery, AbnormalFlagsQueryVariables> = { name: "AbnormalFlags", hash: "1c1970419801d467e925c66c61ae590f124c4b14b6bc0cffdbe18d7918aea989" };
export const VerifyFlag: Operation<VerifyFlagMutation, VerifyFlagMutationVariables> = { name: "VerifyFlag", hash: "1c1970419801d467e925c66c61ae590f124c4b14b6bc0cffdbe18d7918aea989", isChange: true };
export const ReportAbnormalCalls: Operation<ReportAbnormalCallsMutation, ReportAbnormalCallsMutationVariables> = { name: "ReportAbnormalCalls", hash: "1c1970419801d467e925c66c61ae590f124c4b14b6bc0cffdbe18d7918aea989", isChange: true };
export const FundTrail: Operation<FundTrailQuery, FundTrailQueryVariables> = { name: "FundTrail", hash: "8bb1d4f51668c086a1570a6d448079450ea5663d26a99a7e296b478e2efdf385" };
export const MoneyAccounts: Operation<MoneyAccountsQuery, MoneyAccountsQueryVariables> = { name: "MoneyAccounts", hash: "8bb1d4f51668c086a1570a6d448079450ea5663d26a99a7e296b478e2efdf385" };
export const InstitutionNames: Operation<InstitutionNamesQuery, InstitutionNamesQueryVariables> = { name: "InstitutionNames", hash: "54fd023a0b47fac5d753cb393d60e6b8560097df89baa3eb85537d98b889ff43" };
export const LinkHolder: Operation<LinkHolderQuery, LinkHolderQueryVariables> = { name: "LinkHolder", hash: "282798a6acdf40611e1ed698e341435451a01b4653fb4bfb132208d9e98775c1" };
export const Links: Operation<LinksQuery, LinksQueryVariables> = { name: "Links", hash: "bf7b88750b3431b5a5cd259883fa8217e6832fd7b7971f9299717cec39d40246" };
export const MyCases: Operation<MyCasesQuery, MyCasesQueryVariables> = { name: "MyCases", hash: "34a7341a3749649ff8e200474a6f7a5267764b3d311cef1b15aa571a1557d25b" };
export const MyObjections: Operation<MyObjectionsQuery, MyObjectionsQueryVariables> = { name: "MyObjections", hash: "ba62960b111dde40baa0f9f62997e1b454ae378c1149bd039dd865c72804a550" };
export const Objections: Operation<ObjectionsQuery, ObjectionsQueryVariables> = { name: "Objections", hash: "641e7d7bfa66c92d32e302fdb05e11e87870d2b5f254be57b7cee2127cd6d35a" };
export const DecideObjection: Operation<DecideObjectionMutation, DecideObjectionMutationVariables> = { name: "DecideObjection", hash: "641e7d7bfa66c92d32e302fdb05e11e87870d2b5f254be57b7cee2127cd6d35a", isChange: true };
export const FileObjection: Operation<FileObjectionMutation, FileObjectionMutationVariables> = { name: "FileObjection", hash: "641e7d7bfa66c92d32e302fdb05e11e87870d2b5f254be57b7cee2127cd6d35a", isChange: true };
export const DisputeAccount: Operation<DisputeAccountMutation, DisputeAccountMutationVariables> = { name: "DisputeAccount", hash: "641e7d7bfa66c92d32e302fdb05e11e87870d2b5f254be57b7cee2127cd6d35a", isChange: true };
export const DisputeLine: Operation<DisputeLineMutation, DisputeLineMutationVariables> = { name: "DisputeLine", hash: "641e7d7bfa66c92d32e302fdb05e11e87870d2b5f254be57b7cee2127cd6d35a", isChange: true };
export const AccountOpening: Operation<AccountOpeningQuery, AccountOpeningQueryVariables> = { name: "AccountOpening", hash: "c9ce895b5259a926856851932d0e8cc8c5fecc9aa94fad8dadcc4fe68936b1de" };
export const LineOpening: Operation<LineOpeningQuery, LineOpeningQueryVariables> = { name: "LineOpening", hash: "c9ce895b5259a926856851932d0e8cc8c5fecc9aa94fad8dadcc4fe68936b1de" };
export const AccountOrders: Operation<AccountOrdersQuery, AccountOrdersQueryVariables> = { name: "AccountOrders", hash: "31a60d4f51c010e7fe17111eca539b11848367aebd3041f572a4111aec11a578" };
export const LineOrders: Operation<LineOrdersQuery, LineOrdersQueryVariables> = { name: "LineOrders", hash: "31a60d4f51c010e7fe17111eca539b11848367aebd3041f572a4111aec11a578" };
export const AccountRestoring: Operation<AccountRestoringQuery, AccountRestoringQueryVariables> = { name: "AccountRestoring", hash: "31a60d4f51c010e7fe17111eca539b11848367aebd3041f572a4111aec11a578" };
export const LineRestoring: Operation<LineRestoringQuery, LineRestoringQueryVariables> = { name: "LineRestoring", hash: "31a60d4f51c010e7fe17111eca539b11848367aebd3041f572a4111aec11a578" };
export const ExecuteAccountOrders: Operation<ExecuteAccountOrdersMutation, ExecuteAccountOrdersMutationVariables> = { name: "ExecuteAccountOrders", hash: "31a60d4f51c010e7fe17111eca539b11848367aebd3041f572a4111aec11a578", isChange: true };
export const ExecuteLineOrders: Operation<ExecuteLineOrdersMutation, ExecuteLineOrdersMutationVariables> = { name: "ExecuteLineOrders", hash: "31a60d4f51c010e7fe17111eca539b11848367aebd3041f572a4111aec11a578", isChange: true };
export const Person: Operation<PersonQuery, PersonQueryVariables> = { name: "Person", hash: "6c80ab9e266bc993eb650f6d3af198bfebdf175f95df01aa3b47e28a55240275" };
export const Rectifications: Operation<RectificationsQuery, RectificationsQueryVariables> = { name: "Rectifications", hash: "b751f42c752833216a4d8f39919cba72fda4ff8a3ebba168f14fb1a4d15da617" };
export const OrderRectification: Operation<OrderRectificationMutation, OrderRectificationMutationVariables> = { name: "OrderRectification", hash: "b751f42c752833216a4d8f39919cba72fda4ff8a3ebba168f14fb1a4d15da617", isChange: true };
export const CloseRectification: Operation<CloseRectificationMutation, CloseRectificationMutationVariables> = { name: "CloseRectification", hash: "b751f42c752833216a4d8f39919cba72fda4ff8a3ebba168f14fb1a4d15da617", isChange: true };
export const PreviewSanction: Operation<PreviewSanctionQuery, PreviewSanctionQueryVariables> = { name: "PreviewSanction", hash: "fdbf9c77a8ba3efb336628fc948bacf824d3d95e1082f1788f9ed17d7eed4c81" };
export const RecogniseSanction: Operation<RecogniseSanctionMutation, RecogniseSanctionMutationVariables> = { name: "RecogniseSanction", hash: "fdbf9c77a8ba3efb336628fc948bacf824d3d95e1082f1788f9ed17d7eed4c81", isChange: true };
export const ServeSanction: Operation<ServeSanctionMutation, ServeSanctionMutationVariables> = { name: "ServeSanction", hash: "fdbf9c77a8ba3efb336628fc948bacf824d3d95e1082f1788f9ed17d7eed4c81", isChange: true };
export const LiftSanction: Operation<LiftSanctionMutation, LiftSanctionMutationVariables> = { name: "LiftSanction", hash: "fdbf9c77a8ba3efb336628fc948bacf824d3d95e1082f1788f9ed17d7eed4c81", isChange: true };
export const SanctionsOf: Operation<SanctionsOfQuery, SanctionsOfQueryVariables> = { name: "SanctionsOf", hash: "e871104ffd0d9b33d94d75b14004756d3fc159670aad178fb660a2febef8437a" };
export const ShowNumberToIdentify: Operation<ShowNumberToIdentifyQuery, ShowNumberToIdentifyQueryVariables> = { name: "ShowNumberToIdentify", hash: "3f7a099cf87ef0322825a38dc26c061e31ac76615bbf2b66225a5ff773892b09" };
export const ShowNumberForWrit: Operation<ShowNumberForWritQuery, ShowNumberForWritQueryVariables> = { name: "ShowNumberForWrit", hash: "3f7a099cf87ef0322825a38dc26c061e31ac76615bbf2b66225a5ff773892b09" };
export const ShowNumberToContact: Operation<ShowNumberToContactQuery, ShowNumberToContactQueryVariables> = { name: "ShowNumberToContact", hash: "3f7a099cf87ef0322825a38dc26c061e31ac76615bbf2b66225a5ff773892b09" };
export const ImposeTelecomMeasures: Operation<ImposeTelecomMeasuresMutation, ImposeTelecomMeasuresMutationVariables> = { name: "ImposeTelecomMeasures", hash: "dc20ba1796b173e36d9f8d22b70b8131b2cbd62e329fc7e249193ee9a6777601", isChange: true };
export const ToldSanctions: Operation<ToldSanctionsQuery, ToldSanctionsQueryVariables> = { name: "ToldSanctions", hash: "dc20ba1796b173e36d9f8d22b70b8131b2cbd62e329fc7e249193ee9a6777601" };
export const Warnings: Operation<WarningsQuery, WarningsQueryVariables> = { name: "Warnings", hash: "2c60b7926a82e6cdb0c7e0df45bdd02e2f5c41871f0352c43756526aba3a0297" };
export const WhoAmI: Operation<WhoAmIQuery, WhoAmIQueryVariables> = { name: "WhoAmI", hash: "3b65a1fc8c5be0dd5301cf981883628707fb26df2bd92ffb441509dccf1e1486" };

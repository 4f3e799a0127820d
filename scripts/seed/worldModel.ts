/**
 * The made-up world in plain terms: what the generator yields and what the writers of the three subgraphs
 * store. Numbers are clear here and nowhere else; each writer turns them into tokens and sealed values.
 * Calendar days are `YYYY-MM-DD` in China Standard Time, moments are ISO 8601 with `Z`.
 */

export interface WorldDocument {
  readonly type: string; // IdentityDocumentType
  readonly number: string; // already normalised
  readonly issuingCountry?: string; // ISO 3166-1 alpha-3, passports only
}

export interface WorldInstitution {
  readonly code: string;
  readonly name: string;
  readonly sector: "TELECOM" | "BANKING" | "PAYMENT";
  readonly region: string; // GB/T 2260 division code, six digits
  /** As of when everything held has been reported; null: half-way through a backfill, or silent. */
  readonly completeAsOf: string | null;
  readonly outlets: readonly WorldOutlet[];
}

export interface WorldOutlet {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly agentCode: string | null;
  readonly agentName: string | null;
}

export interface WorldAuthority {
  readonly code: string;
  readonly name: string;
  readonly level: "COUNTY" | "DISTRICTED_CITY" | "PROVINCE" | "MINISTRY";
  readonly region: string;
  /** Code of the organ above it; null for the ministry. */
  readonly superior: string | null;
}

/** A person or unit. Each subgraph stores only the subjects of which it holds something. */
export interface WorldSubject {
  readonly kind: "PERSON" | "UNIT";
  readonly document: WorldDocument;
  readonly name: string;
  readonly legalRepresentative: WorldDocument | null; // units only
}

export interface WorldLine {
  readonly number: string;
  readonly carrier: string;
  readonly kind: string; // LineKind
  readonly status: string; // LineStatus
  readonly holder: WorldDocument | null; // null: not real-name registered
  readonly registeredOn: string;
  readonly activatedOn: string | null;
  readonly lastUsedOn: string | null;
  readonly closedOn: string | null;
  readonly outletCode: string | null;
  readonly realName: {
    readonly method: string;
    readonly verifiedAt: string;
    readonly onlineCheckPassed: boolean;
    readonly photoReference: string | null;
    readonly result: string;
  } | null;
  readonly riskNotice: {
    readonly version: string;
    readonly digest: string;
    readonly acknowledgedAt: string;
  } | null;
  /** The line was used in a case that police recognised. */
  readonly involvedOn: string | null;
  readonly flags: readonly WorldFlag[];
  readonly orders: readonly WorldLineOrder[];
}

export interface WorldFlag {
  readonly id: string; // UUID
  readonly kind: string; // AbnormalFlagKind
  readonly status: "REPORTED" | "VERIFIED" | "DISMISSED";
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly callCount: number | null;
  readonly complaintCount: number | null;
  readonly evidence: string | null;
  readonly reportedAt: string;
  readonly verifiedBy: string | null;
  readonly verifiedAt: string | null;
  readonly note: string | null;
}

export interface WorldLineOrder {
  readonly id: string; // UUID
  readonly kind: string; // LineOrderKind
  readonly status: string; // OrderStatus
  readonly issuedAt: string;
  readonly dueAt: string;
  readonly executedAt: string | null;
  readonly causeId: string;
  readonly reason: WorldFinding;
}

export interface WorldFinding {
  readonly ruleId: string;
  readonly article: string;
  readonly message: string;
  readonly until: string | null;
  readonly fact: string | null;
}

export interface WorldBlacklistEntry {
  readonly id: string;
  readonly holder: WorldDocument;
  readonly carrier: string;
  readonly reason: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly liftedAt: string | null;
}

export interface WorldRectification {
  readonly id: string;
  readonly targetKind: "OUTLET" | "AGENT" | "INSTITUTION";
  readonly targetCode: string;
  /** Institution whose outlet or agent it is. */
  readonly institution: string;
  readonly breach: WorldFinding;
  readonly status: string; // RectificationStatus
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
}

export interface WorldAccount {
  readonly institution: string;
  readonly number: string;
  readonly kind: string; // AccountKind
  readonly accountClass: "I" | "II" | "III" | null;
  readonly status: "NORMAL" | "DORMANT" | "CLOSED"; // as reported; restrictions stand beside it
  readonly holder: WorldDocument;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly outletCode: string | null;
  readonly reservedPhone: string | null;
  readonly deviceId: string | null;
  readonly exemptFromLimit: "SOCIAL_SECURITY" | "MEDICAL" | "MILITARY" | null;
  /** The account was recognised as used in a case. */
  readonly involvedOn: string | null;
  readonly restrictions: readonly WorldRestriction[];
  readonly orders: readonly WorldAccountOrder[];
}

export interface WorldRestriction {
  readonly id: string;
  readonly kind: string; // AccountOrderKind
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly liftedAt: string | null;
  readonly causeId: string;
  readonly derivation: readonly WorldFinding[];
}

export interface WorldAccountOrder extends WorldLineOrder {
  readonly deliveredAt: string | null;
  readonly refusalReason: string | null;
}

export interface WorldAccountRef {
  readonly institution: string;
  readonly number: string;
}

export interface WorldTransfer {
  readonly id: string; // UUID
  readonly reference: string;
  readonly from: WorldAccountRef & { readonly holder: WorldDocument };
  readonly to: WorldAccountRef & { readonly holder: WorldDocument };
  readonly amount: string; // yuan, two decimals
  readonly channel: "ATM" | "COUNTER" | "ONLINE" | "MOBILE" | "POS";
  readonly at: string;
  readonly caseNumber: string | null;
}

export interface WorldCase {
  readonly number: string;
  readonly title: string;
  readonly authority: string;
  readonly status: "OPEN" | "CLOSED";
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** Officer ids, `<issuer name>/<sub>`. */
  readonly officers: readonly string[];
  readonly lead: string;
  readonly stages: readonly { readonly name: string; readonly enteredOn: string }[];
  readonly involvements: readonly WorldInvolvement[];
  readonly surrenders: readonly WorldSurrender[];
  readonly stopPayments: readonly WorldStopPayment[];
  readonly freezes: readonly WorldFreeze[];
  readonly statementRequests: readonly WorldStatementRequest[];
  readonly approvals: readonly WorldAccessApproval[];
}

export interface WorldAccessApproval {
  readonly id: string;
  readonly officer: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly approvedAt: string;
  readonly expiresAt: string;
}

export interface WorldInvolvement {
  readonly id: string;
  readonly role: string; // InvolvementRole
  readonly standing: "LEAD" | "RECOGNISED" | "WITHDRAWN";
  readonly subject: WorldDocument | null;
  readonly lineNumber: string | null;
  readonly account: WorldAccountRef | null;
  readonly conduct: string | null;
  readonly knowing: boolean | null;
  readonly addedBy: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
  readonly recognisedBy: string | null; // authority code
  readonly recognisedOn: string | null;
  readonly markedAt: string;
  readonly withdrawnAt: string | null;
}

export interface WorldSurrender {
  readonly id: string;
  readonly subject: WorldDocument;
  readonly surrenderedOn: string;
  readonly confessed: boolean;
  readonly exposedOthers: boolean;
}

export interface WorldStopPayment {
  readonly id: string;
  readonly account: WorldAccountRef;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sequence: number;
}

/** It rests on the recognised involvement of its account. */
export interface WorldFreeze {
  readonly id: string;
  readonly involvementId: string;
  readonly until: string;
  readonly legalPaper: string;
  readonly authority: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
}

export interface WorldStatementRequest {
  readonly id: string;
  readonly involvementId: string;
  readonly from: string;
  readonly to: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
}

export interface WorldSanction {
  readonly id: string;
  readonly subject: WorldDocument;
  readonly role: string; // SanctionedRole
  readonly conduct: string; // Conduct
  readonly instruments: readonly string[]; // Instrument
  readonly ruleVersion: string; // RuleVersion
  readonly recognisedBy: string; // authority code
  readonly recognisedOn: string;
  readonly servedOn: string | null;
  readonly status: string; // SanctionStatus
  readonly caseNumber: string | null;
  readonly reason: string;
  readonly remedy: string;
  readonly papers: readonly string[];
  readonly measures: readonly WorldMeasure[];
  readonly objections: readonly WorldObjection[];
}

export interface WorldMeasure {
  readonly kind: string; // MeasureKind
  readonly sector: string; // Sector
  readonly startsOn: string;
  readonly endsOn: string;
  readonly recordedAt: string;
  readonly liftedAt: string | null;
}

export interface WorldObjection {
  readonly id: string;
  readonly status: "FILED" | "CONFIRMED" | "REJECTED";
  readonly grounds: string;
  readonly filedAt: string;
  readonly dueAt: string;
  readonly decidedAt: string | null;
  readonly decision: string | null;
  readonly restoredAt: string | null;
}

export interface WorldVisit {
  readonly id: string;
  readonly subject: WorldDocument;
  readonly region: string;
  readonly status: "PLANNED" | "MET" | "SIGNED" | "REFUSED";
  readonly plannedOn: string;
  readonly metOn: string | null;
  readonly commitmentReference: string | null;
}

export interface WorldTip {
  readonly id: string;
  readonly receivedAt: string;
  readonly content: string;
  readonly status: string; // TipStatus
  readonly caseNumber: string | null;
  readonly rewardDue: boolean;
}

export interface WorldIndicator {
  readonly id: string;
  readonly kind: string; // IndicatorKind
  readonly status: string; // IndicatorStatus
  readonly value: string;
  readonly caseNumber: string | null;
  readonly recordedAt: string;
}

export interface WorldWarning {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly regions: readonly string[];
  readonly publishedAt: string;
}

export interface WorldPatrol {
  readonly outletCode: string;
  readonly institution: string;
  readonly region: string;
  /** Involved cards and lines opened there, as police counted them. */
  readonly involved: number;
  readonly lastPatrolledOn: string | null;
}

/** A slice of the world; the first one carries all reference data, later ones may refer to it. */
export interface WorldChunk {
  readonly institutions: readonly WorldInstitution[];
  readonly authorities: readonly WorldAuthority[];
  readonly rectifications: readonly WorldRectification[];
  readonly patrols: readonly WorldPatrol[];
  readonly warnings: readonly WorldWarning[];
  readonly indicators: readonly WorldIndicator[];
  readonly tips: readonly WorldTip[];
  readonly subjects: readonly WorldSubject[];
  readonly lines: readonly WorldLine[];
  readonly blacklist: readonly WorldBlacklistEntry[];
  readonly accounts: readonly WorldAccount[];
  readonly transfers: readonly WorldTransfer[];
  readonly cases: readonly WorldCase[];
  readonly sanctions: readonly WorldSanction[];
  readonly visits: readonly WorldVisit[];
}

/** The people whom the README, the demo and the tests call by a name. */
export interface NamedPeople {
  readonly clean: NamedPerson;
  readonly fiveCards: NamedPerson;
  readonly ringMember: NamedPerson;
  readonly sanctioned: NamedPerson;
  readonly lifted: NamedPerson;
  readonly unit: NamedPerson;
}

export interface NamedPerson {
  readonly document: WorldDocument;
  readonly name: string;
  /** The open case in which the lead has confirmed this person. */
  readonly caseNumber?: string;
}

import { sql } from "kysely";
import type { RequestClaims } from "../../../../schema/contract/claims";
import type { PoliceEvent } from "../../../../schema/contract/policeEvents";
import type { WorldDocument } from "../../../../scripts/seed/worldModel";
import type { CachedWorld } from "../../../support/cachedAnswers";
import { withAllScopes } from "../../../support/claims";
import { caseLineFacts, inForce, lifted, telecomFacts } from "../../../support/policeEvents";
import { carrier, police, regulator, self, type TelecomHub } from "../../telecom/telecomHub";
import { EMPTY_CHUNK, line, person, uuid } from "../../telecom/telecomRows";

const PEOPLE = 3;
const LINES = 4;
/** Reported without a holder by the import alone, and held by somebody once its carrier has said so. */
const NOBODYS = 3;
const CARRIERS = ["C01", "C02"];
const STATUSES = ["ACTIVE", "SUSPENDED", "REVERIFY_REQUIRED", "DORMANT", "CLOSED"];
const FLAG_KINDS = ["HARASSING_CALLS", "FORGED_ID", "USER_COMPLAINTS", "ILLEGAL_RESALE"];
const CASE = "A110199-2026-017";
const DAY_MS = 86_400_000;
const outcomeOf = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { accepted } }`;
const idOfWhat = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { id } }`;

/** What a mutation says it has touched; null for what is no mutation. */
type Touched = readonly string[] | null;
type Write = (number: number) => Promise<Touched>;
type Facts = Parameters<typeof inForce>[0];

let people = 0;
let ids = 30_000;

/** Three people with four lines among them at two carriers, and everything that may be written about them. */
export class TelecomWrites {
  private now: number;
  private readonly holders = Array.from({ length: PEOPLE }, () => person((people += 1)));
  private readonly numbers = Array.from(
    { length: LINES },
    () => `1419${String((ids += 1)).padStart(7, "0")}`,
  );
  private readonly measures: Facts[] = [];

  constructor(
    private readonly hub: TelecomHub,
    startsAt: Date,
  ) {
    this.now = startsAt.getTime();
  }

  async begin(): Promise<void> {
    await this.hub.write({ ...EMPTY_CHUNK, lines: [line(this.numbers[NOBODYS]!, null, { carrier: "C01" })] });
    for (let index = 0; index < NOBODYS; index += 1)
      await this.report(index, { holder: index, carrierCode: CARRIERS[index % 2]! });
  }

  /** A second goes by with each write, or whatever the write itself takes. */
  perform(write: keyof typeof this.all, number: number): Promise<Touched> {
    this.waitFor(1_000);
    return this.all[write](number);
  }

  waitFor(ms: number): void {
    this.now += ms;
    this.hub.setNow(this.at);
  }

  get at(): Date {
    return new Date(this.now);
  }

  /** Everybody and everything that answers may have been kept about by now. */
  async findWorld(): Promise<CachedWorld> {
    const tokens = this.holders.map(holder => this.hub.tokenOf(holder));
    const flags = await this.select<{ id: string }>(
      sql`select id from telecom.flag where line_id = any(${this.lineIds}::text[])`,
    );
    return {
      subgraph: "telecom",
      ids: {
        Subject: tokens,
        PhoneLine: this.lineIds,
        AbnormalFlag: flags.map(({ id }) => id),
        Institution: CARRIERS,
      },
      keyFields: { Institution: "code" },
      views: [police(), carrier("C01"), carrier("C02"), self(tokens[0]!)].map(withAllScopes),
    };
  }

  private readonly all = {
    report: number => this.report(number, {}),
    status: number => this.report(number, { status: STATUSES[number % STATUSES.length]! }),
    move: number => this.report(number, { holder: Math.floor(number / LINES) }),
    port: async number => {
      const { carrier: code } = await this.lineOf(number);
      return this.report(number, { carrierCode: CARRIERS.find(one => one !== code)! });
    },
    reverify: async number =>
      this.mutate(
        carrier((await this.lineOf(number)).carrier, "carrier-reporting"),
        idOfWhat("recordReverification", "RecordReverificationInput"),
        {
          number: this.number(number),
          method: "ID_READER",
          passed: number % 3 > 0,
          photoReference: "photo/9",
        },
      ),
    acknowledge: async number =>
      this.mutate(
        carrier((await this.lineOf(number)).carrier, "carrier-reporting"),
        `mutation ($input: AcknowledgeRiskNoticeInput!) { acknowledgeRiskNotice(input: $input) { noticeVersion } }`,
        { number: this.number(number), ...noticeAt(this.at, `v${number}`) },
      ),
    flag: number => this.flag(number),
    notice: number =>
      this.mutate(
        { ...withAllScopes(police()), purpose: "CASE", reference: CASE },
        idOfWhat("raisePoliceNotice", "RaisePoliceNoticeInput"),
        { number: this.number(number), evidence: "seen in a case", ...this.sighting() },
      ),
    hearOfNotice: number =>
      this.hear({
        kind: "POLICE_NOTICE",
        involvementId: this.newId(),
        caseNumber: CASE,
        lineId: this.lineId(number),
      }),
    verify: number => this.decide(number, true),
    dismiss: number => this.decide(number, false),
    dispute: number =>
      this.mutate(self(this.token(number)), idOfWhat("disputeLine", "DisputeLineInput"), {
        lineId: this.lineId(number),
        reason: "这不是我的号码",
      }),
    deliver: async number => {
      const code = CARRIERS[number % 2]!;
      await this.hub.ask(
        carrier(code),
        `{ lineOrders(carrier: "${code}", status: ISSUED) { nodes { id } } }`,
      );
      return null;
    },
    execute: number => this.settle(number, true),
    refuse: number => this.settle(number, false),
    measure: number => this.enforce(telecomFacts(this.newId(), this.token(number))),
    caseLine: number => this.enforce(caseLineFacts(this.newId(), this.lineId(number))),
    lift: number => this.end(number, lifted),
    expire: number => this.end(number, facts => ({ kind: "MEASURE_EXPIRED", ...facts })),
    object: number => this.object("ORDER", number),
    list: number => this.blacklist(number),
    unlist: async number => {
      const entry = pick(await this.entries(), number);
      if (entry === undefined) return null;
      const query = idOfWhat("liftBlacklistEntry", "LiftBlacklistEntryInput");
      return this.mutate(carrier(entry.carrier), query, { entryId: entry.id, reason: "no longer" });
    },
    objectToListing: number => this.object("BLACKLIST_ENTRY", number),
    checkDay: async () => {
      await this.hub.review();
      return null;
    },
    rectify: number => this.rectify(number),
    outlets: number =>
      this.mutate(reporting(number), outcomeOf("reportCarrierOutlets", "ReportOutletsInput"), {
        institution: CARRIERS[number % 2],
        requestId: this.newId(),
        outlets: [{ code: "1", name: `网点${number}`, region: "990101", observedAt: this.at.toISOString() }],
      }),
    coverage: number =>
      this.mutate(
        reporting(number),
        `mutation ($input: DeclareCoverageInput!) { declareLineCoverage(input: $input) { state } }`,
        { institution: CARRIERS[number % 2], completeAsOf: this.at.toISOString() },
      ),
  } as const satisfies Record<string, Write>;

  private async report(
    number: number,
    rest: { holder?: number; status?: string; carrierCode?: string },
  ): Promise<Touched> {
    const known = await this.lineOf(number);
    const carrierCode = rest.carrierCode ?? known.carrier;
    const holder = this.holders.find(one => this.hub.tokenOf(one) === known.subject_id);
    const document = rest.holder === undefined ? holder : this.holders[rest.holder % PEOPLE];
    const status = rest.status ?? (number % 5 === 0 ? "CLOSED" : "ACTIVE");
    return this.mutate(
      carrier(carrierCode, "carrier-reporting"),
      outcomeOf("reportPhoneLines", "ReportPhoneLinesInput"),
      {
        carrier: carrierCode,
        requestId: this.newId(),
        lines: [
          {
            number: this.number(number),
            observedAt: this.at.toISOString(),
            kind: "MOBILE",
            status,
            registeredOn: "2026-06-01",
            activatedOn: "2026-06-02",
            lastUsedOn: `2026-07-${String(10 + (number % 20))}`,
            ...(status === "CLOSED" ? { closedOn: "2026-11-01" } : {}),
            ...(document === undefined ? {} : this.evidenceOf(document)),
          },
        ],
      },
    );
  }

  private evidenceOf(document: WorldDocument): object {
    return {
      document: { ...document, token: this.hub.tokenOf(document) },
      holderName: "赵一一",
      realNameMethod: "ID_READER",
      onlineCheckPassed: true,
      photoReference: "photo/7",
      riskNotice: { kind: "RISK_NOTICE", ...noticeAt(new Date("2026-06-01T03:00:00.000Z"), "2024-12") },
    };
  }

  private async flag(number: number): Promise<Touched> {
    const { carrier: code } = await this.lineOf(number);
    const kind = FLAG_KINDS[Math.floor(number / LINES) % FLAG_KINDS.length];
    return this.mutate(carrier(code), outcomeOf("reportAbnormalCalls", "ReportAbnormalCallsInput"), {
      carrier: code,
      requestId: this.newId(),
      reports: [{ number: this.number(number), kind, callCount: number, ...this.sighting() }],
    });
  }

  private async decide(number: number, confirmed: boolean): Promise<Touched> {
    const open = await this.select<{ id: string; carrier: string }>(
      sql`select id, carrier from telecom.flag
        where status = 'REPORTED' and line_id = any(${this.lineIds}::text[]) order by id`,
    );
    const flag = pick(open, number);
    if (flag === undefined) return null;
    const query = idOfWhat("verifyAbnormalFlag", "VerifyAbnormalFlagInput");
    return this.mutate(carrier(flag.carrier), query, { flagId: flag.id, confirmed, note: `note ${number}` });
  }

  /** Every second order that waits at a carrier, or every one. */
  private async settle(number: number, executed: boolean): Promise<Touched> {
    const code = CARRIERS[number % 2]!;
    const waiting = await this.select<{ id: string }>(
      sql`select id from telecom.line_order where line_id = any(${this.lineIds}::text[])
        and carrier = ${code} and status in ('ISSUED', 'DELIVERED') order by id`,
    );
    const outcomes = waiting
      .filter((_, index) => index % 2 <= number % 3)
      .map(({ id }) => ({
        orderId: id,
        executed,
        executedAt: this.at.toISOString(),
        ...(executed ? {} : { refusalReason: "用户已携出" }),
      }));
    return this.mutate(carrier(code), outcomeOf("executeLineOrders", "ExecuteOrdersInput"), {
      institution: code,
      requestId: this.newId(),
      outcomes,
    });
  }

  private enforce(facts: Facts): Promise<null> {
    this.measures.push(facts);
    return this.hear(inForce(facts));
  }

  private async end(number: number, ended: (facts: Facts) => PoliceEvent): Promise<null> {
    const facts = pick(this.measures, number);
    return facts === undefined ? null : this.hear(ended(facts));
  }

  private async object(target: "ORDER" | "BLACKLIST_ENTRY", number: number): Promise<null> {
    const orders = sql`select id from telecom.line_order where line_id = any(${this.lineIds}::text[]) order by id`;
    const found = target === "ORDER" ? await this.select<{ id: string }>(orders) : await this.entries();
    const targetId = pick(found, number)?.id;
    if (targetId === undefined) return null;
    const objectionId = this.newId();
    return this.hear({
      kind: "OBJECTION_DECIDED",
      objectionId,
      target,
      targetId,
      confirmed: true,
      subjectId: null,
    });
  }

  private async blacklist(number: number): Promise<Touched> {
    const { carrier: code } = await this.lineOf(number);
    const query = idOfWhat("blacklistLineHolder", "BlacklistLineHolderInput");
    return this.mutate(carrier(code), query, {
      carrier: code,
      subjectId: this.token(number),
      reason: "resale",
    });
  }

  /** Ordered, overdue after a day, then closed. */
  private async rectify(number: number): Promise<Touched> {
    const code = CARRIERS[number % 2]!;
    const open = await this.select<{ id: string }>(
      sql`select id from telecom.rectification where institution = ${code} and status = 'ORDERED'`,
    );
    const [rectification] = open;
    if (rectification !== undefined)
      return this.mutate(regulator(), idOfWhat("closeRectification", "CloseRectificationInput"), {
        rectificationId: rectification.id,
        shut: false,
        note: "mended",
      });
    const dueOn = new Date(this.now + 2 * DAY_MS).toISOString().slice(0, 10);
    const breach = { ruleId: "agentRectify", message: "Opened without a document.", dueOn };
    return this.mutate(regulator(), idOfWhat("orderRectification", "OrderRectificationInput"), {
      ...breach,
      targetKind: "INSTITUTION",
      targetCode: code,
    });
  }

  private entries(): Promise<{ id: string; carrier: string }[]> {
    const tokens = this.holders.map(holder => this.hub.tokenOf(holder));
    return this.select(
      sql`select id, carrier from telecom.blacklist_entry where subject_id = any(${tokens}::text[]) order by id`,
    );
  }

  /** Where a line stands now; C01 has it that nobody has reported yet. */
  private async lineOf(number: number): Promise<{ carrier: string; subject_id: string | null }> {
    const [found] = await this.select<{ carrier: string; subject_id: string | null }>(
      sql`select carrier, subject_id from telecom.line_directory where id = ${this.lineId(number)}`,
    );
    return found ?? { carrier: "C01", subject_id: null };
  }

  private async select<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
    return (await query.execute(this.hub.database.db)).rows as Row[];
  }

  private async mutate(claims: RequestClaims, query: string, input: object): Promise<readonly string[]> {
    const { extensions } = await this.hub.ask(claims, query, { input });
    return (extensions?.["touched"] ?? []) as readonly string[];
  }

  private async hear(event: PoliceEvent): Promise<null> {
    await this.hub.hear(event);
    return null;
  }

  private sighting(): { observedFrom: string; observedTo: string } {
    return { observedFrom: new Date(this.now - DAY_MS).toISOString(), observedTo: this.at.toISOString() };
  }

  private get lineIds(): string[] {
    return this.numbers.map(number => this.hub.keys.ids.lineId(number));
  }

  private readonly newId = (): string => uuid((ids += 1));
  private readonly number = (number: number): string => this.numbers[number % LINES]!;
  private readonly lineId = (number: number): string => this.hub.keys.ids.lineId(this.number(number));
  private readonly token = (number: number): string => this.hub.tokenOf(this.holders[number % PEOPLE]!);
}

const reporting = (number: number): RequestClaims => carrier(CARRIERS[number % 2], "carrier-reporting");
const pick = <T>(from: readonly T[], number: number): T | undefined =>
  from[number % Math.max(1, from.length)];

function noticeAt(at: Date, noticeVersion: string): object {
  return { noticeVersion, noticeDigest: "ab".repeat(32), acknowledgedAt: at.toISOString() };
}

import { chinaDay } from "../../../schema/contract/calendar";
import { officerId, type Officer } from "../../support/ownIssuers";
import { ACCOUNTS, CITY, COUNTY, createHolder, LINES, REGULATOR, reporterOf, type Institution } from "./cast";
import { createAct, mutationOf } from "./act";
import { requireData } from "./requireData";
import type { SeenInvolvement, SeenObjection, SeenSanction } from "./seenActs";
import type { Stage } from "./stage";
import { createSanctionInput } from "./createSanctionInput";
import { waitingOrders } from "./waitingOrders";

/** What can bring orders about, by the name that the story gives it. */
export type Cause = "sanction" | "spread" | "phone";

/** One story: a person, their case, and what is done to them; each act is asked of the hub by whoever may do it. */
export interface Story {
  readonly person: Officer;
  /** Every institution reports what the person holds with it. */
  report(): Promise<void>;
  openCase(): Promise<void>;
  /** The county's mark on the first account. */
  mark(): Promise<void>;
  recogniseSpread(): Promise<void>;
  recogniseSanction(cause: "sanction" | "phone", instruments: readonly string[]): Promise<void>;
  serve(cause: "sanction" | "phone"): Promise<void>;
  suspendLines(cause: "sanction" | "phone"): Promise<void>;
  /** The institution fetches what waits of this person, and carries it out; one order of a cause it may refuse. */
  carryOut(institution: Institution, kind: "measures" | "RESTORE", refused?: Cause): Promise<number>;
  /** The person objects, and sees until when it is decided. */
  object(cause: Cause): Promise<{ readonly id: string; readonly dueAt: string }>;
  decide(cause: Cause, confirmed: boolean): Promise<void>;
  liftSanction(cause: "sanction" | "phone"): Promise<void>;
  /** The refusal's code of an act that is asked once and does nothing. */
  refusalOf(officer: Officer, field: string, input: Record<string, unknown>): Promise<unknown>;
  idOf(cause: Cause): string;
  readonly caseNumber: string;
  readonly document: { readonly type: string; readonly number: string };
  sanctionInput(instruments: readonly string[]): Record<string, unknown>;
}

const INSTITUTIONS = [...Object.keys(ACCOUNTS), ...Object.keys(LINES)] as Institution[];
const OBJECTIONS = `objections { id status dueAt }`;
const SANCTIONS = `query ($document: IdentityDocumentInput!) { subject(document: $document) { sanctions(includeEnded: true) {
  id status notice { reason servedOn } measures { sector liftedAt } ${OBJECTIONS} } } }`;
const INVOLVEMENTS = `query ($number: ID!) { case(number: $number) { involvements { nodes { id standing ${OBJECTIONS} } } } }`;

/** Begins a story; each serial number is another person and another case. */
export function createStory(stage: Stage, serial: number): Story {
  const holder = createHolder(serial);
  const { document } = holder;
  const person: Officer = { role: "person", person: stage.tokenOf(document) };
  const year = chinaDay(new Date()).slice(0, 4);
  const caseNumber = `A110199-${year}-${7_000 + serial}`;
  const act = createAct(stage);
  const ids = new Map<Cause, string>();
  let requests = 0;

  function idOf(cause: Cause): string {
    const id = ids.get(cause);
    if (id === undefined) throw new Error(`the ${cause} has not been recognised`);
    return id;
  }

  async function sanctions(): Promise<SeenSanction[]> {
    const answer = await stage.ask(person, SANCTIONS, { purpose: "SELF", variables: { document } });
    return requireData(answer).subject.sanctions as SeenSanction[];
  }
  async function sanctionOf(cause: Cause): Promise<SeenSanction | undefined> {
    return (await sanctions()).find(({ notice }) => notice.reason === reasonOf(cause));
  }
  async function involvement(): Promise<SeenInvolvement | undefined> {
    const answer = await stage.ask(CITY, INVOLVEMENTS, { variables: { number: caseNumber } });
    return requireData(answer).case?.involvements.nodes[0] as SeenInvolvement | undefined;
  }
  async function objectionsTo(cause: Cause): Promise<readonly SeenObjection[]> {
    return (cause === "spread" ? await involvement() : await sanctionOf(cause))?.objections ?? [];
  }
  async function openObjection(cause: Cause): Promise<SeenObjection | undefined> {
    return (await objectionsTo(cause)).find(({ status }) => status === "FILED");
  }

  const sanctionInput = (instruments: readonly string[]) =>
    createSanctionInput(caseNumber, document, instruments);

  return {
    person,
    caseNumber,
    document,
    sanctionInput,
    idOf,

    async report() {
      for (const institution of INSTITUTIONS) {
        const requestId = `story-${serial}-${institution}`;
        const input =
          institution in LINES
            ? { requestId, carrier: institution, lines: holder.linesAt(institution as keyof typeof LINES) }
            : {
                requestId,
                institution,
                accounts: holder.accountsAt(institution as keyof typeof ACCOUNTS),
              };
        await act(
          reporterOf(institution),
          institution in LINES ? "reportPhoneLines" : "reportAccounts",
          input,
        );
      }
    },

    async openCase() {
      const [county, city] = [COUNTY, CITY].map(officerId);
      await act(
        COUNTY,
        "openCase",
        {
          number: caseNumber,
          title: "Cards sold",
          lead: city,
          assignedOfficers: [county, city],
          subjects: [],
        },
        async () =>
          requireData(
            await stage.ask(COUNTY, `query ($number: ID!) { case(number: $number) { number } }`, {
              variables: { number: caseNumber },
            }),
          ).case !== null,
      );
    },

    async mark() {
      const accountNumber = holder.accountsAt("102")[0]?.number;
      const input = { caseNumber, role: "HOLDER", document, accountInstitution: "102", accountNumber };
      await act(COUNTY, "markInvolved", input, async () => (await involvement()) !== undefined);
      const marked = await involvement();
      if (marked === undefined) throw new Error("the mark is not there");
      ids.set("spread", marked.id);
    },

    recogniseSpread: () =>
      act(
        CITY,
        "recogniseInvolvement",
        {
          involvementId: idOf("spread"),
          recognisedOn: chinaDay(new Date()),
          reason: "Received the victims' money.",
        },
        async () => (await involvement())?.standing === "RECOGNISED",
      ),

    async recogniseSanction(cause, instruments) {
      const input = { ...sanctionInput(instruments), reason: reasonOf(cause) };
      await act(CITY, "recogniseSanction", input, async () => (await sanctionOf(cause)) !== undefined);
      const found = (await sanctions()).filter(({ notice }) => notice.reason === reasonOf(cause));
      if (found.length !== 1 || found[0] === undefined)
        throw new Error(`there are ${found.length} sanctions "${cause}"`);
      ids.set(cause, found[0].id);
    },

    serve: cause =>
      act(
        CITY,
        "serveSanction",
        { sanctionId: idOf(cause), servedOn: chinaDay(new Date()), method: "in person" },
        async () => ((await sanctionOf(cause))?.notice.servedOn ?? null) !== null,
      ),

    suspendLines(cause) {
      const today = chinaDay(new Date());
      return act(
        REGULATOR,
        "imposeTelecomMeasures",
        {
          sanctionId: idOf(cause),
          kinds: ["SUSPEND_LINE"],
          startsOn: today,
          endsOn: `${Number(year) + 1}${today.slice(4).replace("-02-29", "-02-28")}`,
          reason: "Phone cards sold.",
        },
        async () => (await sanctionOf(cause))?.measures.some(({ sector }) => sector === "TELECOM") === true,
      );
    },

    async carryOut(institution, kind, refused) {
      const waiting = await waitingOrders(stage, institution, kind, new Set(ids.values()));
      const kept = refused && waiting.find(({ causeId }) => causeId === ids.get(refused))?.id;
      const outcomes = waiting.map(({ id }) => ({
        orderId: id,
        executed: id !== kept,
        executedAt: new Date().toISOString(),
        ...(id === kept ? { refusalReason: "The account is in another procedure." } : {}),
      }));
      const field = institution in LINES ? "executeLineOrders" : "executeAccountOrders";
      const input = { requestId: `story-${serial}-${(requests += 1)}`, institution, outcomes };
      // Sent twice on purpose: the second time it is known.
      await act(reporterOf(institution), field, input);
      await act(reporterOf(institution), field, input);
      return outcomes.length;
    },

    async object(cause) {
      const target = cause === "spread" ? "INVOLVEMENT" : "SANCTION";
      const input = { target, targetId: idOf(cause), grounds: "It was not me.", documents: [] };
      await act(person, "fileObjection", input, async () => (await openObjection(cause)) !== undefined);
      const filed = await openObjection(cause);
      if (filed === undefined) throw new Error("the objection is not there");
      return filed;
    },

    async decide(cause, confirmed) {
      const objection = await openObjection(cause);
      if (objection === undefined) throw new Error(`nobody has objected to the ${cause}`);
      await act(
        CITY,
        "decideObjection",
        { objectionId: objection.id, confirmed, decision: "Looked at the papers." },
        async () => (await openObjection(cause)) === undefined,
      );
    },

    liftSanction: cause =>
      act(
        CITY,
        "liftSanction",
        { sanctionId: idOf(cause), reason: "Another's name was used." },
        async () => (await sanctionOf(cause))?.status === "LIFTED",
      ),

    async refusalOf(officer, field, input) {
      const answer = await stage.ask(officer, mutationOf(field), { variables: { input } });
      return answer.errors?.[0]?.extensions?.code;
    },
  };
}

/** The notice's reason tells the sanctions of one person apart. */
function reasonOf(cause: Cause): string {
  return cause === "sanction" ? "Sold three bank cards." : "Sold three phone cards.";
}

import type { NamedPerson } from "../../../../scripts/seed/worldModel";
import type { Question } from "../../../support/askOverHttp";
import type { SeparateHub } from "../../../support/separateHub";

const RECOGNISED = "account { number status }";
const SHOWN = "account { number status orders { status } }";

/** What one road says of an account. */
export interface ShownAccount {
  readonly status: string;
  /** Null on a road that tells no more than which account it is. */
  readonly orders: readonly string[] | null;
}

/** One way to come to an account. */
export interface RoadToAccount {
  /** Only where a person of the case was asked for. */
  readonly tellsOrders: boolean;
  look(ask: SeparateHub["ask"]): Promise<ShownAccount>;
}

/**
 * The roads to an account at bank 102 that is linked to a person and involved in their case: by its number, as a linked
 * account, and out of the case.
 */
export function roadsToAccount(number: string, person: NamedPerson): Readonly<Record<string, RoadToAccount>> {
  const investigator: Question = { as: "investigator", purpose: "CASE", reference: person.caseNumber! };
  const { document } = person;
  return {
    "its number": {
      tellsOrders: false,
      look: async ask =>
        found(
          number,
          await ask(
            `query ($number: String!) { ${RECOGNISED.replace("account", 'account(institution: "102", number: $number)')} }`,
            {
              ...investigator,
              variables: { number },
            },
          ),
        ),
    },
    "a person it is linked to": {
      tellsOrders: true,
      look: async ask =>
        found(
          number,
          await ask(
            `query ($document: IdentityDocumentInput!) { subject(document: $document) {
            linkedAccounts(first: 100) { nodes { ${SHOWN} } } } }`,
            { ...investigator, variables: { document } },
          ),
        ),
    },
    "the case": {
      tellsOrders: false,
      look: async ask =>
        found(
          number,
          await ask(
            `query ($case: ID!) { case(number: $case) { involvements { nodes { ${RECOGNISED} } } } }`,
            {
              ...investigator,
              variables: { case: person.caseNumber },
            },
          ),
        ),
    },
  };
}

/** The first account of that number anywhere in an answer; it throws where there is none. */
function found(number: string, answer: unknown): ShownAccount {
  const account = search(number, answer);
  if (account === undefined) throw new Error(`The answer has no such account: ${JSON.stringify(answer)}`);
  return { status: account.status, orders: account.orders?.map(order => order.status) ?? null };
}

interface AnsweredAccount {
  readonly number: string;
  readonly status: string;
  readonly orders?: readonly { readonly status: string }[];
}

function search(number: string, value: unknown): AnsweredAccount | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("number" in value && value.number === number && "status" in value) return value as AnsweredAccount;
  return Object.values(value)
    .map(child => search(number, child))
    .find(one => one !== undefined);
}

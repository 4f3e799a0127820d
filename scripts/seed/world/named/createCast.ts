import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { composeNames } from "../people/composeNames";

/** Everybody who has a part in the stories told by hand. */
export interface Cast {
  readonly clean: HolderDraft;
  readonly fiveCards: HolderDraft;
  readonly ringMember: HolderDraft;
  readonly sanctioned: HolderDraft;
  readonly lifted: HolderDraft;
  readonly representative: HolderDraft;
  /** Leads the ring that `ringMember` belongs to. */
  readonly organiser: HolderDraft;
  /** Each tied to `ringMember` in another way; see `tellRing`. */
  readonly sharesPhone: HolderDraft;
  readonly sharesOutlet: HolderDraft;
  readonly sharesAgent: HolderDraft;
  readonly sharesDevice: HolderDraft;
  readonly receivesMoney: HolderDraft;
  /** Outside the ring: banks have this person's number on file for the ring's accounts. */
  readonly lender: HolderDraft;
  readonly victim: HolderDraft;
  readonly unit: HolderDraft;
  readonly shell: HolderDraft;
}

type Part = Exclude<keyof Cast, "unit" | "shell">;

// The birth days are fixed: a document must stay the same whatever day the world is made on.
const PARTS: readonly (readonly [Part, string, boolean])[] = [
  ["clean", "1988-04-12", false],
  ["fiveCards", "1979-11-03", true],
  ["ringMember", "1996-07-21", true],
  ["sanctioned", "1991-02-08", true],
  ["lifted", "1984-09-30", false],
  ["representative", "1975-06-17", true],
  ["organiser", "1990-12-05", true],
  ["sharesPhone", "1999-03-14", false],
  ["sharesOutlet", "2001-08-27", true],
  ["sharesAgent", "1997-01-19", false],
  ["sharesDevice", "2002-05-06", true],
  ["receivesMoney", "1994-10-11", true],
  ["lender", "1962-03-25", false],
  ["victim", "1957-08-02", false],
];

/** How many people the stories need: a world has at least these. */
export const CAST_PEOPLE = PARTS.length;

/** Casts the stories: documents and names from the seed alone. */
export function createCast(block: Block): Cast {
  const names = composeNames(
    block.random.fork("names"),
    PARTS.map(([, , isMale]) => ({ isMale, isLatin: false })),
  );
  const entries = PARTS.map(([part, bornOn, isMale], position): [Part, HolderDraft] => [
    part,
    {
      subject: {
        kind: "PERSON",
        document: block.documents.residentId(bornOn, isMale),
        name: names[position] ?? part,
        legalRepresentative: null,
      },
      since: bornOn,
      lines: [],
      accounts: [],
    },
  ]);
  // Every part is in the list, which the type of its entries ensures one by one but not as a whole.
  const people = Object.fromEntries(entries) as Record<Part, HolderDraft>;
  return {
    ...people,
    unit: createCompany(block, "云港瑞禾网络科技有限公司", people.representative),
    shell: createCompany(block, "云港恒屿商贸有限公司", people.ringMember),
  };
}

function createCompany(block: Block, name: string, representative: HolderDraft): HolderDraft {
  return {
    subject: {
      kind: "UNIT",
      document: block.documents.creditCode(),
      name,
      legalRepresentative: representative.subject.document,
    },
    since: "2019-05-15",
    lines: [],
    accounts: [],
  };
}

import { addDays } from "../../../../schema/contract/calendar";
import type { WorldDocument } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { composeNames } from "./composeNames";

type RareDocument = "passport" | "hkMacauPermit" | "taiwanPermit" | "permanentResidentId" | "militaryId";

const RARE_DOCUMENTS: readonly RareDocument[] = [
  "passport",
  "hkMacauPermit",
  "taiwanPermit",
  "permanentResidentId",
  "militaryId",
];
const RARE_SHARE = 0.008;
/** One person of every full neighbourhood has a rare document, each kind in its turn. */
const RARE_POSITION = 7;
const MALE_SHARE = 0.51;
/** First birth year, width in years, share: more young adults than old ones. Never counted from today, so that a person keeps the document from one day to the next. */
const BIRTH_YEARS = [
  [[1996, 10], 25],
  [[1986, 10], 25],
  [[1976, 10], 21],
  [[1966, 10], 17],
  [[1956, 10], 9],
  [[1944, 12], 3],
] as const;

interface Plan {
  readonly isMale: boolean;
  readonly bornOn: string;
  readonly rare: RareDocument | null;
}

/** Makes so many people of a neighbourhood, with documents and names and nothing held yet. */
export function createPeople(block: Block, count: number): HolderDraft[] {
  const plans = Array.from({ length: count }, (_, position) => planPerson(block, position));
  const names = composeNames(
    block.random,
    plans.map(({ isMale, rare }) => ({
      isMale,
      isLatin: rare === "passport" || rare === "permanentResidentId",
    })),
  );
  return plans.map((plan, position) => ({
    subject: {
      kind: "PERSON",
      document: issueDocument(block, plan),
      name: names[position] ?? "",
      legalRepresentative: null,
    },
    since: plan.bornOn,
    lines: [],
    accounts: [],
  }));
}

function planPerson({ random, index }: Block, position: number): Plan {
  const [firstYear, years] = random.weighted<readonly [number, number]>(BIRTH_YEARS);
  const isRare = position === RARE_POSITION || random.chance(RARE_SHARE);
  const turn = position === RARE_POSITION ? index : random.integer(0, RARE_DOCUMENTS.length - 1);
  return {
    isMale: random.chance(MALE_SHARE),
    bornOn: addDays(`${firstYear}-01-01`, random.integer(0, years * 365)),
    rare: isRare ? (RARE_DOCUMENTS[turn % RARE_DOCUMENTS.length] ?? null) : null,
  };
}

function issueDocument({ documents }: Block, { isMale, bornOn, rare }: Plan): WorldDocument {
  return rare === null ? documents.residentId(bornOn, isMale) : documents[rare]();
}

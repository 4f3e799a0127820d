import type { Purpose } from "../../schema/contract/claims";

type ByPurpose = Readonly<Partial<Record<Purpose, readonly string[]>>>;

/** The subgraphs that own the facts behind a purpose; one of them saying yes is enough. */
export const PURPOSE_SUBGRAPHS: ByPurpose = {
  CASE: ["police"],
  ACCOUNT_OPENING: ["banking"],
  LINE_OPENING: ["telecom"],
  ONGOING_REVIEW: ["telecom", "banking"],
  ORDER: ["telecom", "banking"],
};

/** The subgraphs that keep approvals to look further than one step. */
export const APPROVING_SUBGRAPHS: ByPurpose = { CASE: ["police"] };

/** Arguments that name a person by subject token rather than by document. */
export const SUBJECT_ARGUMENTS: Readonly<Record<string, string>> = { "Query.subjectById": "id" };

/** Lists of documents that are answered item for item: whoever may not be seen is null there, and the others are told. */
export const PERSON_LISTS: Readonly<Record<string, string>> = { "Query.subjects": "documents" };

/** A trusted document: the hub knows its text by the hash. The types are those of its answer and its variables. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  readonly hash: string;
  /** Whether it changes something rather than asks. */
  readonly isChange?: true;
  /** Never there: it carries the types. */
  readonly types?: (variables: Variables) => Answer;
}

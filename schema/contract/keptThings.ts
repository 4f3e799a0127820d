/**
 * What the subgraphs of the sectors keep and people object to. `HOLDING`: an account or a line, by its keyed id.
 * `CASE_ACCOUNT`: the account of a recognition, by that one's id, with whoever held it then and is restricted by it.
 * `CAUSE_AT`: what a cause has had ordered at one institution, by that one's code, a bar, and the cause's id. An order that
 * undoes another, and an id that nobody knows, are nothing.
 */
export const KEPT_KINDS = ["ORDER", "HOLDING", "CASE_ACCOUNT", "BLACKLIST_ENTRY", "CAUSE_AT"] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** Such a thing, as far as whoever decides on an objection to it has to know it: ids and tokens, no number, no name. */
export interface KeptThing {
  /** The person or unit that it is held against, or in whose name it stands. */
  readonly subjectId: string;
  readonly institution: string;
  /** What an order goes back to, a measure of the police or not; null for what is no order. */
  readonly causeId: string | null;
  /** In which state it has ended; null for what stands, or waits to be done. */
  readonly endedAs: string | null;
}

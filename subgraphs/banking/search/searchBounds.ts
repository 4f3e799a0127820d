/**
 * What keeps a search over links and money within a person's patience and a store's means: rows are bounded at
 * every level, and whatever a bound leaves out shows as `truncated`. One agent or outlet can stand behind tens of
 * thousands of accounts; following all of them would find everybody and tell nothing.
 */
export const SEARCH_BOUNDS = {
  /** Accounts looked at of one person or unit. */
  accountsPerPerson: 100,
  /** Accounts followed under one shared thing: more is no ring but a branch office. */
  accountsPerKey: 50,
  /** Shared things followed at one level of one search. */
  keysPerLevel: 200,
  /** People from whom the next level sets out. */
  personsPerLevel: 100,
  /** Accounts whose transfers are followed at one level. */
  accountsPerLevel: 400,
  /** Transfers followed of one account. */
  transfersPerAccount: 50,
  /** Units of one representative. */
  unitsPerPerson: 50,
  /** Linked accounts remembered by one search. */
  links: 1_000,
  /** Things in common shown for one step. */
  evidencePerStep: 20,
  /** Searches that one operation may start: each costs some twenty statements' worth of rows. */
  searchesAtOnce: 10,
} as const;

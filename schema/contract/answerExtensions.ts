/** Under which a subgraph's answer to a mutation names the entities that it touched, as `Type:id`. */
export const TOUCHED_EXTENSION = "touched";

/** Under which a subgraph's answer names the people, by token, whom it is about and does not show. */
export const ABOUT_EXTENSION = "about";

/** Under which a subgraph's answer says from when on it is another one although nothing is written: a moment. */
export const HOLDS_UNTIL_EXTENSION = "holdsUntil";

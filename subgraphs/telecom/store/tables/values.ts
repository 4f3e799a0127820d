/** A moment as it is handed to the store: ISO 8601 with `Z`. */
export type Moment = string;

/** A calendar day of China Standard Time: `YYYY-MM-DD`. */
export type Day = string;

import type { PersonQuery } from "../../../generated/operations";

/** Everything that the page shows of one person. */
export type Subject = NonNullable<PersonQuery["subject"]>;
export type Line = NonNullable<Subject["phoneLines"]>["nodes"][number];
export type Account = NonNullable<Subject["accounts"]>["nodes"][number];
export type AccountLink = NonNullable<Subject["linkedAccounts"]>["nodes"][number];
export type Sanction = NonNullable<Subject["sanctions"]>[number];

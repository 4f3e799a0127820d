/** Fields that go several people far by an argument of their own. */
export const STEP_ARGUMENTS: Readonly<Record<string, string>> = {
  "Subject.linkedAccounts": "depth",
  "Account.fundTrail": "depth",
};

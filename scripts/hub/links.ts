import type { Links } from "../../gateway/auth/stepLimit";

/** Where one person's things lead to another's: who is tied to them, where their money went, who else uses a number. */
export const LINKS: Links = {
  // The accounts tied to a person, each with its holder.
  "Subject.linkedAccounts": { depthArgument: "depth", names: 1 },
  // Transfers, each with the account at its other end.
  "Account.fundTrail": { depthArgument: "depth", names: 2 },
  // A line or an account may have gone to another holder since.
  "AbnormalFlag.line": { depthArgument: null, names: 0 },
  "AccountOrder.account": { depthArgument: null, names: 0 },
  "LineOrder.line": { depthArgument: null, names: 0 },
  "PhoneLine.reservedBy": { depthArgument: null, names: 0 },
  "Transfer.from": { depthArgument: null, names: 0 },
  "Transfer.to": { depthArgument: null, names: 0 },
};

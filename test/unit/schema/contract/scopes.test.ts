import { CALLER_KINDS, type CallerKind } from "../../../../schema/contract/claims";
import {
  ROLE_SCOPES,
  ROLES,
  SCOPE_CEILINGS,
  SCOPES,
  type Role,
  type Scope,
} from "../../../../schema/contract/scopes";

/**
 * Who may see what, written by hand from the access table, one row a scope. Columns: investigator, authority,
 * bank or payment risk, …reporting, carrier risk, …reporting, financial regulator, telecom regulator, auditor,
 * the person. `x` is granted, `.` is not.
 */
const TABLE: Readonly<Record<Scope, string>> = {
  "subject:read": "xxx.x....x",
  "identity:read": "xxx.x....x",
  "identity:number:read": "xx........",
  "line:read": "xx..xx...x",
  "line:count": "xx..x..x.x",
  "realname:read": "xx..xx....",
  "flag:read": "xx..xx.x.x",
  "flag:report": "....xx....",
  "line:report": ".....x....",
  "flag:verify": "xx..x.....",
  "blacklist:write": "....x.....",
  "account:read": "xxxx.....x",
  "account:number:read": "xxxx......",
  "account:count": "xxx...x..x",
  "account:report": "...x......",
  "link:read": "xx........",
  "transfer:read": "xx........",
  "sanction:read": "xx....xx.x",
  "sanction:check": "xxx.x.....",
  "opening:check": "..x.x.....",
  "case:read": "xx........",
  "case:write": "xx........",
  "case:lead": "xx........",
  "sanction:write": "xx........",
  "stop_payment:write": "xx........",
  "telecom_measure:write": ".......x..",
  "objection:file": "xxx.x....x",
  "objection:decide": ".x........",
  "visit:write": "xx........",
  "tip:write": "xx........",
  "order:read": "..xxxx....",
  "order:execute": "..xxxx....",
  "feed:read": "xxxxxxxx..",
  "accountability:read": ".xx.x.xx..",
  "rectification:write": "......xx..",
  "indicator:read": "xx..xx.x..",
  "indicator:write": "xx..x..x..",
  "warning:read": "xxxxxxxxxx",
  "warning:write": ".x........",
  "self:dispute": ".........x",
  "audit:read": "........xx",
  "audit:write": "..........",
  "event:pull": "..........",
};

const COLUMN: Readonly<Record<Role, number>> = {
  investigator: 0,
  authority: 1,
  "bank-risk": 2,
  "payment-risk": 2,
  "bank-reporting": 3,
  "payment-reporting": 3,
  "carrier-risk": 4,
  "carrier-reporting": 5,
  "regulator-financial": 6,
  "regulator-telecom": 7,
  auditor: 8,
  person: 9,
};

const KIND_COLUMNS: Readonly<Record<CallerKind, readonly number[]>> = {
  POLICE: [0, 1],
  BANK: [2, 3],
  PAYMENT: [2, 3],
  CARRIER: [4, 5],
  FINANCIAL_REGULATOR: [6],
  TELECOM_REGULATOR: [7],
  AUDITOR: [8],
  PERSON: [9],
};

const grantedIn = (columns: readonly number[]) =>
  SCOPES.filter(scope => columns.some(column => TABLE[scope][column] === "x")).sort();

describe("the ceiling of scopes", () => {
  it.each(CALLER_KINDS)("of %s is what its roles have together and not one more", kind => {
    expect([...SCOPE_CEILINGS[kind]].sort()).toEqual(grantedIn(KIND_COLUMNS[kind]));
  });

  it.each(ROLES)("of the role %s is as the access table says", role => {
    expect([...ROLE_SCOPES[role]].sort()).toEqual(grantedIn([COLUMN[role]]));
  });

  it("knows every scope that the table has, and no other", () => {
    expect([...SCOPES].sort()).toEqual(Object.keys(TABLE).sort());
    for (const row of Object.values(TABLE)) expect(row).toMatch(/^[x.]{10}$/);
  });
});

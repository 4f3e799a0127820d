import type { CallerKind } from "../../../../../schema/contract/claims";
import { ROLE_SCOPES, type Role } from "../../../../../schema/contract/scopes";
import { purposesOf } from "../../../../../subgraphs/police/rules/purposesOf";
import { claimsOf } from "../../../../support/claims";

describe("the purposes that a caller can give", () => {
  test.each<[Role, CallerKind, string[]]>([
    ["investigator", "POLICE", ["CASE"]],
    ["authority", "POLICE", ["CASE"]],
    ["bank-risk", "BANK", ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER"]],
    ["bank-reporting", "BANK", ["ORDER", "REPORTING"]],
    ["payment-risk", "PAYMENT", ["ACCOUNT_OPENING", "ONGOING_REVIEW", "ORDER"]],
    ["carrier-risk", "CARRIER", ["LINE_OPENING", "ONGOING_REVIEW", "ORDER", "REPORTING"]],
    ["carrier-reporting", "CARRIER", ["ORDER", "REPORTING"]],
    ["regulator-financial", "FINANCIAL_REGULATOR", ["SUPERVISION"]],
    ["regulator-telecom", "TELECOM_REGULATOR", ["SUPERVISION"]],
    ["auditor", "AUDITOR", ["AUDIT"]],
    ["person", "PERSON", ["SELF"]],
  ])("as %s are %3$j", (role, kind, purposes) => {
    expect(purposesOf(claimsOf({ kind, scopes: ROLE_SCOPES[role] }).caller)).toEqual(purposes);
  });
});

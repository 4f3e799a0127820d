import { ROLE_SCOPES, type Role, type Scope } from "../../schema/contract/scopes";
import type { DemoIssuerName } from "./demoIssuers";

/** Somebody for whom the embedded identity provider issues tokens. */
export interface DemoUser {
  /** The `sub` of the tokens, and what `duanka token --as` calls the user. */
  readonly sub: string;
  readonly issuer: DemoIssuerName;
  readonly role: Role;
  readonly title: string;
  /** Code of the bank, payment institution or carrier. */
  readonly institution?: string;
  /** Code of the public security organ. */
  readonly authority?: string;
}

/** The users of the embedded mode: one for each column of rights, and who leads the cases of the made-up world. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    sub: "investigator",
    issuer: "police",
    role: "investigator",
    authority: "A110199",
    title: "县级公安机关侦查员 · Investigator, county organ",
  },
  {
    sub: "authority",
    issuer: "police",
    role: "authority",
    authority: "A110100",
    title: "设区的市级公安机关 · Officer, districted-city organ",
  },
  {
    sub: "case-lead",
    issuer: "police",
    role: "authority",
    authority: "A110100",
    title: "主办人，设区的市级公安机关 · Lead of the made-up cases, districted-city organ",
  },
  { sub: "bank-risk", issuer: "bank", role: "bank-risk", institution: "102", title: "银行风控 · Bank, risk" },
  {
    sub: "bank-reporting",
    issuer: "bank",
    role: "bank-reporting",
    institution: "102",
    title: "银行报送 · Bank, reporting",
  },
  {
    sub: "payment-risk",
    issuer: "payment",
    role: "payment-risk",
    institution: "Z01",
    title: "支付机构风控 · Payment institution, risk",
  },
  {
    sub: "carrier-risk",
    issuer: "carrier",
    role: "carrier-risk",
    institution: "C01",
    title: "运营商风控 · Carrier, risk",
  },
  {
    sub: "carrier-reporting",
    issuer: "carrier",
    role: "carrier-reporting",
    institution: "C01",
    title: "运营商报送 · Carrier, reporting",
  },
  {
    sub: "regulator-financial",
    issuer: "regulator-financial",
    role: "regulator-financial",
    title: "金融监管 · Financial regulator",
  },
  {
    sub: "regulator-telecom",
    issuer: "regulator-telecom",
    role: "regulator-telecom",
    title: "电信监管 · Telecom regulator",
  },
  { sub: "auditor", issuer: "audit", role: "auditor", title: "审计员 · Auditor" },
  { sub: "person", issuer: "person", role: "person", title: "本人 · The person" },
];

/** Finds a demo user by the name that the command line uses. */
export function findDemoUser(sub: string): DemoUser | null {
  return DEMO_USERS.find(user => user.sub === sub) ?? null;
}

/** What a demo user's tokens may carry. */
export function scopesOf(user: DemoUser): readonly Scope[] {
  return ROLE_SCOPES[user.role];
}

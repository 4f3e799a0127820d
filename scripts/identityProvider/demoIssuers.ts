import type { CallerKind } from "../../schema/contract/claims";

/** Whoever issues tokens in the embedded mode: one per kind of institution, as they would be in the field. */
export interface DemoIssuer {
  readonly name: string;
  readonly kind: CallerKind;
  /** Shown above the list of users on the log-in page. */
  readonly title: string;
  /** Different ones, so that each algorithm that the gateway accepts is in daily use. */
  readonly algorithm: "RS256" | "ES256" | "EdDSA";
  /** Codes of the institutions, for police of the organs, in whose name it issues. */
  readonly institutions: readonly string[];
}

/** The issuers of the embedded identity provider. */
export const DEMO_ISSUERS = [
  {
    name: "police",
    kind: "POLICE",
    title: "公安机关 · Police",
    algorithm: "ES256",
    institutions: ["A110199", "A110100"],
  },
  { name: "bank", kind: "BANK", title: "华衡银行 · Huaheng Bank", algorithm: "RS256", institutions: ["102"] },
  {
    name: "payment",
    kind: "PAYMENT",
    title: "汇云支付 · Huiyun Pay",
    algorithm: "ES256",
    institutions: ["Z01"],
  },
  {
    name: "carrier",
    kind: "CARRIER",
    title: "远讯通信 · Yuanxun Telecom",
    algorithm: "EdDSA",
    institutions: ["C01"],
  },
  {
    name: "regulator-financial",
    kind: "FINANCIAL_REGULATOR",
    title: "金融监管 · Financial regulator",
    algorithm: "RS256",
    institutions: [],
  },
  {
    name: "regulator-telecom",
    kind: "TELECOM_REGULATOR",
    title: "电信监管 · Telecom regulator",
    algorithm: "EdDSA",
    institutions: [],
  },
  { name: "audit", kind: "AUDITOR", title: "审计 · Audit", algorithm: "ES256", institutions: [] },
  { name: "person", kind: "PERSON", title: "本人查询 · The person", algorithm: "EdDSA", institutions: [] },
] as const satisfies readonly DemoIssuer[];

export type DemoIssuerName = (typeof DEMO_ISSUERS)[number]["name"];

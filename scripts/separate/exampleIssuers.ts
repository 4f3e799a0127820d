/** A file of trusted issuers as `TRUSTED_ISSUERS` names it: what `duanka gateway --help` shows. */
export const EXAMPLE_ISSUERS = [
  {
    name: "police",
    issuer: "https://id.police.example",
    jwksUri: "https://id.police.example/jwks",
    kind: "POLICE",
    institutions: ["A110100", "A110199"],
    audiences: ["duanka"],
    algorithms: ["ES256"],
  },
  {
    name: "bank-102",
    issuer: "https://id.bank.example",
    jwksUri: "https://id.bank.example/jwks",
    kind: "BANK",
    institutions: ["102"],
    scopes: ["subject:read", "sanction:check", "opening:check"],
    audiences: ["duanka"],
    algorithms: ["RS256"],
    volume: 20,
  },
] as const;

import { DEMO_USERS } from "../../scripts/identityProvider/demoUsers";
import type { IdentitySecrets } from "../../scripts/identityProvider/identitySecrets";
import { requestToken } from "../../scripts/identityProvider/requestToken";

/** Gets tokens of demo users from an identity provider; the same one for the same user. */
export function createTokenSource(
  origin: string,
  secrets: IdentitySecrets,
): (user: string) => Promise<string> {
  const tokens = new Map<string, Promise<string>>();
  return user => {
    const token = tokens.get(user) ?? fetchToken(origin, secrets, user);
    tokens.set(user, token);
    return token;
  };
}

async function fetchToken(origin: string, secrets: IdentitySecrets, sub: string): Promise<string> {
  const user = DEMO_USERS.find(one => one.sub === sub);
  if (user === undefined) throw new Error(`${sub} is no demo user`);
  return (await requestToken(origin, user, secrets.clientSecrets[sub] ?? "")).token;
}

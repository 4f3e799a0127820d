import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT } from "jose";
import { MAX_VOLUME } from "../../../schema/contract/trustedIssuers";
import type { Teardown } from "../../hub/createTeardown";
import { createIdentitySecrets } from "../../identityProvider/identitySecrets";
import type { DemoIssuerName } from "../../identityProvider/demoIssuers";
import { requestToken } from "../../identityProvider/requestToken";
import { startIdentityProvider } from "../../identityProvider/startIdentityProvider";
import { requireUser } from "./requireUser";

/** Callers of this issuer have the ordinary limits: nobody is measured with its tokens. */
const ORDINARY_ISSUER: DemoIssuerName = "payment";

/** Tokens of the demo users. */
export interface BenchTokens {
  readonly of: (sub: string) => Promise<string>;
  /** One that its issuer has signed like any other, and that ends after so many seconds. */
  readonly endingIn: (seconds: number, sub: string) => Promise<string>;
}

/** Real issuers, told to `environment`. */
export async function startIssuers(
  environment: Record<string, string>,
  folder: string,
  teardown: Teardown,
): Promise<BenchTokens> {
  const secrets = createIdentitySecrets();
  const provider = await startIdentityProvider({ port: 0, secrets, personToken: null, redirectUris: [] });
  teardown.add(() => provider.close());
  environment.TRUSTED_ISSUERS = join(folder, "issuers.json");
  writeFileSync(environment.TRUSTED_ISSUERS, withVolume(provider.trustedIssuers));
  const tokenOf = async (sub: string): Promise<string> =>
    (await requestToken(provider.origin, requireUser(sub), secrets.clientSecrets[sub] ?? "")).token;
  return {
    of: tokenOf,
    endingIn: async (seconds, sub) => {
      const token = await tokenOf(sub);
      const { alg = "" } = decodeProtectedHeader(token);
      const key = await importJWK(secrets.signingKeys[requireUser(sub).issuer] ?? {}, alg);
      return new SignJWT(decodeJwt(token))
        .setProtectedHeader({ ...decodeProtectedHeader(token), alg })
        .setExpirationTime(new Date(Date.now() + seconds * 1_000))
        .sign(key);
    },
  };
}

/** One token asks for everybody here: as a system would that asks on behalf of many officers. Limits stay on. */
function withVolume(trustedIssuers: string): string {
  const issuers = JSON.parse(trustedIssuers) as Readonly<Record<string, unknown>>[];
  return JSON.stringify(
    issuers.map(issuer => ({
      ...issuer,
      ...(issuer.name === ORDINARY_ISSUER ? {} : { volume: MAX_VOLUME }),
      freeQueries: true,
    })),
  );
}

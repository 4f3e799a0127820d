import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_VOLUME } from "../../../schema/contract/trustedIssuers";
import type { Teardown } from "../../hub/createTeardown";
import { createIdentitySecrets } from "../../identityProvider/identitySecrets";
import { requestToken } from "../../identityProvider/requestToken";
import { startIdentityProvider } from "../../identityProvider/startIdentityProvider";
import { requireUser } from "./requireUser";

/** Real issuers, told to `environment`; answers tokens of the demo users. */
export async function startIssuers(
  environment: Record<string, string>,
  folder: string,
  teardown: Teardown,
): Promise<(sub: string) => Promise<string>> {
  const secrets = createIdentitySecrets();
  const provider = await startIdentityProvider({ port: 0, secrets, personToken: null, redirectUris: [] });
  teardown.add(() => provider.close());
  environment.TRUSTED_ISSUERS = join(folder, "issuers.json");
  writeFileSync(environment.TRUSTED_ISSUERS, withVolume(provider.trustedIssuers));
  return async sub =>
    (await requestToken(provider.origin, requireUser(sub), secrets.clientSecrets[sub] ?? "")).token;
}

/** One token asks for everybody here: as a system would that asks on behalf of many officers. Limits stay on. */
function withVolume(trustedIssuers: string): string {
  const issuers = JSON.parse(trustedIssuers) as Readonly<Record<string, unknown>>[];
  return JSON.stringify(issuers.map(issuer => ({ ...issuer, volume: MAX_VOLUME, freeQueries: true })));
}

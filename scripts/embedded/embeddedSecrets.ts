import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CliError } from "../cli/cliError";
import {
  completeIdentitySecrets,
  createIdentitySecrets,
  identitySecretsSchema,
} from "../identityProvider/identitySecrets";
import { createInformantKeys } from "../settings/createInformantKeys";
import { createSecretVariables } from "../settings/createSecretVariables";

/** Where a data folder keeps them. */
export const SECRETS_FILE = "secrets.json";

/** The private half of the informants' key, in a file of its own. */
export const INFORMANT_KEY_FILE = "informant-private-key.txt";

const secretsSchema = z.strictObject({
  /** The same variables that the environment gives in the other modes. */
  variables: z.record(z.string(), z.string()),
  identity: identitySecretsSchema,
});
export type EmbeddedSecrets = z.output<typeof secretsSchema>;

/** New secrets for a hub that lives in one process. */
export function createEmbeddedSecrets(informants = createInformantKeys()): EmbeddedSecrets {
  return { variables: { ...createSecretVariables(informants) }, identity: createIdentitySecrets() };
}

/** Reads the secrets of a data folder, or makes them at its first start. Readable for its owner alone. */
export function loadEmbeddedSecrets(folder: string): EmbeddedSecrets {
  const file = join(folder, SECRETS_FILE);
  if (existsSync(file)) return keepCompleted(file, readEmbeddedSecrets(folder));
  const informants = createInformantKeys();
  const secrets = createEmbeddedSecrets(informants);
  // Read by nobody here: whoever protects informants takes it away from this machine.
  writeFileSync(join(folder, INFORMANT_KEY_FILE), `${informants.privateKey}\n`, { mode: 0o600 });
  write(file, secrets);
  return secrets;
}

function keepCompleted(file: string, secrets: EmbeddedSecrets): EmbeddedSecrets {
  const identity = completeIdentitySecrets(secrets.identity);
  if (identity === null) return secrets;
  const completed = { ...secrets, identity };
  write(file, completed);
  return completed;
}

/** Whole or not at all: half of the secrets would make the data unreadable. */
function write(file: string, secrets: EmbeddedSecrets): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(draft, file);
}

/** Reads the secrets of a data folder that has been started before. */
export function readEmbeddedSecrets(folder: string): EmbeddedSecrets {
  const file = join(folder, SECRETS_FILE);
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new CliError("There is no hub in this data folder yet.", { next: "Start one: npx duanka start" });
    }
    // The parser's own message would quote the file.
    throw new CliError(`${file} cannot be understood.`, {
      next: "Put back the file as it was. Without it the data beside it cannot be read: remove the folder to begin anew.",
    });
  }
}

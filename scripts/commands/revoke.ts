import { Command, InvalidArgumentError, Option } from "commander";
import { REVOCATIONS_TRUSTED_MS } from "../../gateway/auth/revocations";
import { openDatabase, type Database } from "../../schema/database/openDatabase";
import { createRevocationStore } from "../../subgraphs/audit/store/revocationStore";
import { CliError, EXIT_MISUSE } from "../cli/cliError";
import { print, printJson } from "../cli/print";
import { readEmbeddedSecrets } from "../embedded/embeddedSecrets";
import { readSettings } from "../settings/readSettings";
import { openEmbeddedStores } from "../stores/openStores";
import { databaseSetting, databaseVariable } from "../stores/storeSettings";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";

const SECONDS = REVOCATIONS_TRUSTED_MS / 1_000;
const EXAMPLES = `
Examples:
  DATABASE_URL_AUDIT=postgres://… npx duanka revoke --token 5f0c1a7e --reason "laptop stolen"
  DATABASE_URL_AUDIT=postgres://… npx duanka revoke --officer bank-102/4711 --reason "left the bank" --json

--token takes the id of one token, its claim jti, never the token itself. --officer takes <issuer>/<sub>, as records
name them: all tokens that they were issued before now are refused; end their account at the issuer too, or they get a
new one. Each gateway refuses within ${SECONDS} s. The embedded hub keeps its store to itself: stop it first.`;

interface RevokeOptions {
  readonly token?: string;
  readonly officer?: string;
  readonly reason: string;
  readonly data: string;
  readonly json: boolean;
}

/** `duanka revoke`: from now on a token, or every token of an officer, counts for nothing. */
export function revoke(): Command {
  return new Command("revoke")
    .description("refuse a token, or all tokens of an officer, from now on")
    .addOption(new Option("--token <id>", "the token's id (jti)").argParser(parseTokenId))
    .addOption(new Option("--officer <id>", "<issuer>/<sub>").argParser(parseOfficer).conflicts("token"))
    .addOption(
      new Option("--reason <text>", "why; kept with it").argParser(parseReason).makeOptionMandatory(),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(revokeNow);
}

async function revokeNow({ token, officer, reason, data, json }: RevokeOptions): Promise<void> {
  if (token === undefined && officer === undefined) {
    throw new CliError("Nothing is named that could be revoked.", {
      next: "Name a token's id with --token, or an officer with --officer.",
      exitCode: EXIT_MISUSE,
    });
  }
  const { database, close } = openAuditStore(data);
  try {
    const revoked = { tokenId: token ?? null, officerId: officer ?? null, revokedAt: new Date() };
    await createRevocationStore(database.db).revoke(revoked, reason);
    if (json) printJson(revoked);
    else print(`Revoked. Every gateway refuses ${token === undefined ? "them" : "it"} within ${SECONDS} s.`);
  } finally {
    await close();
  }
}

/** The audit store alone: whoever revokes need not be able to open the others. */
function openAuditStore(data: string): { readonly database: Database; close(): Promise<void> } {
  if (process.env[databaseVariable("audit")]) {
    const { url } = readSettings(process.env, { url: databaseSetting("audit") });
    const database = openDatabase({ url });
    return { database, close: () => database.close() };
  }
  // Throws where no hub has been: an empty store would be made, and nobody's token refused.
  readEmbeddedSecrets(data);
  const { databases, close } = openEmbeddedStores(data);
  return { database: databases.audit, close };
}

function parseTokenId(text: string): string {
  // Three parts with dots between them: that is the secret, and it has just been shown to every process.
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text))
    throw new InvalidArgumentError("This is the token itself: give its id, the claim jti.");
  if (text.trim() === "") throw new InvalidArgumentError("It takes the claim jti of a token.");
  return text;
}

function parseOfficer(text: string): string {
  if (!/^[^/\s]+\/\S+$/.test(text)) throw new InvalidArgumentError("It takes <issuer>/<sub>.");
  return text;
}

function parseReason(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Say why.");
  return text;
}

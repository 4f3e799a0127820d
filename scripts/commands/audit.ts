import { Command } from "commander";
import { createPublicKey, type KeyObject } from "node:crypto";
import { join } from "node:path";
import { verifyAudit, type ChainVerdict } from "../../gateway/audit/verifyAudit";
import { STORES } from "../../schema/database/migrate";
import { CliError } from "../cli/cliError";
import { print, printJson } from "../cli/print";
import { AUDIT_FOLDER } from "../embedded/dataFolder";
import { readEmbeddedSecrets } from "../embedded/embeddedSecrets";
import { parseSigningKey, parseVerifyKeys } from "../settings/parseKeys";
import { optional, readSettings, required } from "../settings/readSettings";
import { openStores } from "../stores/openStores";
import { databaseVariable } from "../stores/storeSettings";
import { dataOption } from "./dataOption";
import { jsonOption } from "./jsonOption";

const EXAMPLES = `
Examples:
  npx duanka audit verify
  AUDIT_DIR=/var/lib/duanka/audit AUDIT_VERIFY_KEYS=… DATABASE_URL_TELECOM=postgres://… (and the other stores) \\
    npx duanka audit verify --json

AUDIT_VERIFY_KEYS holds the public keys that records and checkpoints were signed with, the old ones too, separated by
commas; AUDIT_SIGNING_KEY will do in its place. Only what is signed counts as a record: lines behind the last signature
are told of, and prove nothing. Of a chain from before records were signed, what its last checkpoint covers is proved.
Ends with 1 when anything is wrong.`;

interface AuditOptions {
  readonly data: string;
  readonly json: boolean;
}

/** `duanka audit`: what can be done with the access records. */
export function audit(): Command {
  const verifying = new Command("verify")
    .description("check every chain of access records against itself and the checkpoints in all stores")
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLES)
    .action(verify);
  return new Command("audit")
    .description("check the access records")
    .addHelpText("after", EXAMPLES)
    .addCommand(verifying);
}

async function verify({ data, json }: AuditOptions): Promise<void> {
  const { directory, keys } = readAuditSettings(data);
  const stores = openStores(process.env, data);
  try {
    // Loaded here, so that the other commands need not wait for the subgraphs' stores.
    const { readDepositedCheckpoints } = await import("../stores/readDepositedCheckpoints.js");
    const chains = await verifyAudit(directory, readDepositedCheckpoints(stores.databases), keys);
    const problems = problemsOf(chains);
    if (json) printJson({ directory, intact: problems.length === 0, chains });
    else chains.map(describe).forEach(print);
    if (problems.length > 0)
      throw new CliError(`The access records are not in order:\n  ${problems.join("\n  ")}`, { next: NEXT });
    if (!json) print(chains.length === 0 ? "There are no access records yet." : "All chains are intact.");
  } finally {
    await stores.close();
  }
}

const NEXT =
  "Change nothing: keep the folder and the stores as they are, as evidence, and tell the auditors.";

function readAuditSettings(data: string): {
  readonly directory: string;
  readonly keys: readonly KeyObject[];
} {
  const isEmbedded = STORES.every(store => !process.env[databaseVariable(store)]);
  const environment = isEmbedded ? readEmbeddedSecrets(data).variables : process.env;
  const { signingKey, verifyKeys } = readSettings(environment, {
    signingKey: optional("AUDIT_SIGNING_KEY", parseSigningKey, null),
    verifyKeys: optional("AUDIT_VERIFY_KEYS", parseVerifyKeys, []),
  });
  const keys = signingKey === null ? verifyKeys : [...verifyKeys, createPublicKey(signingKey)];
  if (keys.length === 0) {
    throw new CliError("Without the key of the records nothing can be proved.", {
      next: "Set AUDIT_VERIFY_KEYS to the public keys that they were signed with.",
    });
  }
  const directory = isEmbedded
    ? join(data, AUDIT_FOLDER)
    : readSettings(process.env, { directory: required("AUDIT_DIR", String) }).directory;
  return { directory, keys };
}

function describe({
  chain,
  length,
  unsigned,
  intact,
  firstBadSequence,
  reason,
  checkpoints,
}: ChainVerdict): string {
  const counted = `${length} records, ${checkpoints} checkpoints`;
  const lines = `${unsigned} ${unsigned === 1 ? "line" : "lines"}`;
  const rest = unsigned === 0 ? "" : `; ${lines} behind them, signed by nobody: not counted`;
  return intact
    ? `${chain}  intact  ${counted}${rest}`
    : `${chain}  BROKEN  record ${String(firstBadSequence)}: ${String(reason)} (${counted})`;
}

function problemsOf(chains: readonly ChainVerdict[]): string[] {
  const problems = chains.flatMap(({ chain, firstBadSequence, reason, unsignedCheckpoints }) => [
    ...(reason === null
      ? []
      : [`${chain}: record ${String(firstBadSequence)} is the first bad one: ${reason}.`]),
    ...(unsignedCheckpoints === 0
      ? []
      : [
          `${chain}: ${unsignedCheckpoints} checkpoints bear no valid signature: forged, or their key is missing here.`,
        ]),
  ]);
  // Each start deposits one before it answers anything: where none is found, the wrong stores were asked.
  if (chains.length > 0 && chains.every(({ checkpoints }) => checkpoints === 0))
    problems.push("No store holds a checkpoint of any chain: nothing vouches for these files.");
  return problems;
}

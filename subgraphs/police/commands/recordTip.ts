import { randomUUID } from "node:crypto";
import { parseDocument } from "../input/parseDocument";
import { parseText } from "../input/parseText";
import { TipStatus } from "../types/enums";
import type { InformantInput } from "../types/InformantInput";
import type { RecordTipInput } from "../types/RecordTipInput";
import type { Tip } from "../types/Tip";
import type { PoliceTransaction } from "./policeTransaction";
import { requireOpenCase } from "./requireCase";

const MAX_IDENTITY_LENGTH = 200;

/**
 * Takes a tip in. What it says is sealed as everything here is; who gave it is sealed to a key whose other half is not
 * on this machine, so that the hub itself can never tell (N16-9).
 */
export async function recordTip(input: RecordTipInput, transaction: PoliceTransaction): Promise<Tip> {
  const { at, keys, prevention, subjects, outbox } = transaction;
  const content = parseText("content", input.content);
  const identity = input.informant ? writeIdentity(input.informant) : null;
  const subject = input.subject ? parseDocument(input.subject) : null;
  const linked = input.caseNumber ? await requireOpenCase(input.caseNumber, transaction) : null;
  const id = randomUUID();
  const tip: Tip = {
    id,
    receivedAt: at,
    status: linked === null ? TipStatus.RECEIVED : TipStatus.LINKED,
    rewardDue: false,
    sealedContent: keys.sealer.seal(content, `police.tip.content|${id}`),
    caseNumber: linked?.number ?? null,
  };
  if (subject !== null) await subjects.upsertSubjects([subject]);
  await prevention.insertTip(tip, subject?.id ?? null);
  if (identity !== null) await prevention.insertInformant(id, keys.sealInformant(identity, id));
  // Not even that there is a tip about somebody is told: no audience, and no person is named.
  await outbox.insert({ kind: "TIP_RECORDED", at, caseNumber: tip.caseNumber });
  return tip;
}

function writeIdentity({ name, contact }: InformantInput): string {
  return JSON.stringify({
    name: parseText("informant.name", name, MAX_IDENTITY_LENGTH),
    contact: parseText("informant.contact", contact, MAX_IDENTITY_LENGTH),
  });
}

import { createPrivateKey } from "node:crypto";
import { writeSync } from "node:fs";
import { openAuditTrail } from "../../../gateway/audit/openAuditTrail";
import { entry } from "../../unit/gateway/audit/auditFolder";

/**
 * A gateway's audit in a process of its own: many writers that never pause. Each receipt goes to standard output
 * the moment its caller has it, as an answer would leave; each checkpoint too, as a depository would keep it.
 */
const [directory = "", writers = "1", key = ""] = process.argv.slice(2);
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

async function main(): Promise<void> {
  const trail = await openAuditTrail({
    directory,
    signingKey: createPrivateKey({ key: Buffer.from(key, "base64"), format: "der", type: "pkcs8" }),
    clock: () => new Date(),
    depositories: [{ name: "out", deposit: checkpoint => Promise.resolve(say({ checkpoint })) }],
    index: { positions: () => Promise.resolve(new Map()), take: () => Promise.resolve() },
    onTrouble: () => undefined,
  });
  const keepWriting = async (): Promise<void> => {
    for (let written = 0; ; written += 1) {
      try {
        say({ receipt: await trail.record(entry({ operation: `w${written}` })) });
      } catch (error) {
        say({ refused: (error as { code?: unknown }).code });
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    }
  };
  await Promise.all(Array.from({ length: Number(writers) }, keepWriting));
}

void main();

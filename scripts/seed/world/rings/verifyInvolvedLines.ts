import type { WorldInvolvement } from "../../worldModel";
import type { Block } from "../block";
import type { LineDraft } from "../holderDraft";
import { finding } from "../orders/finding";
import { orderLine } from "../orders/orderLine";
import { officeMoment } from "../worldCalendar";

/** RN-4: the holder of a line that was recognised as used in a case may be verified again. */
export function verifyInvolvedLines(
  block: Block,
  caseNumber: string,
  lines: readonly LineDraft[],
  involvements: readonly WorldInvolvement[],
): void {
  for (const { id, lineNumber, recognisedOn } of involvements) {
    const line = lines.find(({ number }) => number === lineNumber);
    if (line === undefined || recognisedOn === null) continue;
    line.involvedOn = recognisedOn;
    orderLine(block, line, {
      kind: "REVERIFY",
      issuedAt: officeMoment(recognisedOn, block.random),
      causeId: id,
      reason: finding(
        "secondVerification",
        "RN-4",
        "The line was used in a case: its holder is verified again.",
        { fact: caseNumber },
      ),
      endedAt: null,
    });
  }
}

// RN-2: who hands on lines knowing of the fraud is an accomplice. What the officer found is recorded with the
// involvement; whether it was a crime a court decides, so nothing is concluded and nothing follows by itself.
import { HubError } from "../../../schema/contract/errors";
import { Conduct } from "../types/enums";

/** What somebody is found to have done with a line or an account, and whether they knew what for. */
export interface FoundConduct {
  readonly conduct: Conduct | null;
  readonly knowing: boolean | null;
}

/** 出售、出租、出借、转让. */
const HANDING_ON: readonly Conduct[] = [
  Conduct.ILLEGAL_SALE,
  Conduct.ILLEGAL_RENT,
  Conduct.ILLEGAL_LEND,
  Conduct.ILLEGAL_TRANSFER,
];

/** Refuses a knowledge that is of nothing: RN-2 asks it of handing on alone. Throws BAD_INPUT. */
export function requireFoundConduct({ conduct, knowing }: FoundConduct): void {
  if (knowing === null || (conduct !== null && HANDING_ON.includes(conduct))) return;
  throw new HubError(
    "BAD_INPUT",
    `\`knowing\` is said of a \`conduct\` that hands something on: ${HANDING_ON.join(", ")} (RN-2).`,
  );
}

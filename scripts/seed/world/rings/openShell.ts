import { addDays } from "../../../../schema/contract/calendar";
import type { WorldOutlet } from "../../worldModel";
import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";
import { createAccount } from "../holdings/createAccount";
import { createLine } from "../holdings/createLine";
import { createUnit } from "../people/createUnit";
import type { InstitutionProfile } from "../reference/institutionProfiles";
import type { RingPlan } from "./ring";

/** Where the ring opens things for its company as well. */
export interface ShellPlaces {
  readonly carrier: InstitutionProfile;
  readonly carrierOutlet: WorldOutlet;
  readonly bank: InstitutionProfile;
  readonly bankOutlet: WorldOutlet;
  readonly phone: string | null;
  readonly sharedDevice: string;
}

/** Every second ring has a company; the recruiter stands in the register as its legal representative. */
const RINGS_PER_SHELL = 2;
const FOUNDED_DAYS_BEFORE = 200;
const ACCOUNT_DAY = 34;

/** Founds the ring's company with a voice trunk and two accounts, or none. */
export function openShell(block: Block, ring: RingPlan, places: ShellPlaces): HolderDraft | null {
  if (block.index % RINGS_PER_SHELL !== 0) return null;
  const shell: HolderDraft = {
    ...createUnit(block, ring.members[1]),
    since: addDays(ring.preparedOn, -FOUNDED_DAYS_BEFORE),
  };
  shell.lines.push(
    createLine(block, {
      carrier: places.carrier,
      kind: "VOICE_TRUNK",
      status: "ACTIVE",
      holder: shell.subject.document,
      registeredOn: addDays(ring.preparedOn, 3),
      outlet: places.carrierOutlet,
    }),
  );
  for (const kind of ["UNIT_SETTLEMENT", "UNIT_CARD"]) {
    shell.accounts.push(
      createAccount(block, {
        institution: places.bank,
        kind,
        accountClass: null,
        status: "NORMAL",
        holder: shell.subject.document,
        openedOn: addDays(ring.preparedOn, ACCOUNT_DAY),
        reservedPhone: places.phone,
        deviceId: places.sharedDevice,
        outlet: places.bankOutlet,
      }),
    );
  }
  return shell;
}

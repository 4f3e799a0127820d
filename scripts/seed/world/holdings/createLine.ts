import { createHash } from "node:crypto";
import { addDays, daysBetween } from "../../../../schema/contract/calendar";
import type { WorldDocument, WorldLine, WorldOutlet } from "../../worldModel";
import type { Block } from "../block";
import type { LineDraft } from "../holderDraft";
import { INSTITUTION_PROFILES, type InstitutionProfile } from "../reference/institutionProfiles";
import { anyMoment, earlier, later, officeMoment } from "../worldCalendar";
import { pickOutlet } from "./pickOutlet";

/** What is decided about a line before it is made. */
export interface LineSpec {
  readonly carrier: InstitutionProfile;
  readonly kind: string;
  readonly status: string;
  readonly holder: WorldDocument | null;
  readonly registeredOn: string;
  /** Where it was opened, if that is decided too. */
  readonly outlet?: WorldOutlet;
  /** Days since it was last used, if that is decided too. */
  readonly unusedDays?: number;
}

/** N16-3 asks for reader, online check and photo; before it a look at the document was enough. */
const EVIDENCE_SINCE = "2016-09-23";
/** The risk notice is read and confirmed since the notice of 2020, in versions that follow each other. */
const NOTICE_VERSIONS = [
  describeNotice("2020-12", "2020-12-17"),
  describeNotice("2022-12", "2022-12-01"),
  describeNotice("2024-12", "2024-12-01"),
];
const CARRIERS = INSTITUTION_PROFILES.filter(profile => profile.sector === "TELECOM");
const PORTED_SHARE = 0.03;
const USED_LATELY_DAYS = 20;

/** Makes a line with the evidence of its opening; what its status asks for besides (orders) is added later. */
export function createLine(block: Block, spec: LineSpec): LineDraft {
  const { random } = block;
  const lastDay = block.plan.lastReportedOn(spec.carrier);
  const activatedOn =
    spec.status === "PENDING" ? null : earlier(addDays(spec.registeredOn, random.integer(0, 4)), lastDay);
  const lastUsedOn = activatedOn === null ? null : lastUse(block, spec, activatedOn, lastDay);
  return {
    number: numberFor(block, spec),
    carrier: spec.carrier.code,
    kind: spec.kind,
    status: spec.status,
    holder: spec.holder,
    registeredOn: spec.registeredOn,
    activatedOn,
    lastUsedOn,
    closedOn:
      spec.status === "CLOSED"
        ? earlier(addDays(lastUsedOn ?? spec.registeredOn, random.integer(1, 90)), lastDay)
        : null,
    outletCode: (spec.outlet ?? pickOutlet(block, spec.carrier.code)).code,
    realName: spec.holder === null ? null : createEvidence(block, spec.registeredOn),
    riskNotice: spec.holder === null || activatedOn === null ? null : createNotice(block, spec.registeredOn),
    involvedOn: null,
    flags: [],
    orders: [],
  };
}

function numberFor(block: Block, { carrier, kind }: LineSpec): string {
  const { random, numbers } = block;
  if (kind === "IOT") return numbers.iot();
  if (kind === "NUMBER_400") return numbers.number400();
  if (kind !== "MOBILE") return numbers.fixedLine();
  // Numbers move with their holders, so that a prefix only hints at the carrier.
  return numbers.mobile(
    random.pick(random.chance(PORTED_SHARE) ? random.pick(CARRIERS).prefixes : carrier.prefixes),
  );
}

function lastUse(block: Block, spec: LineSpec, activatedOn: string, lastDay: string): string {
  const age = Math.max(0, daysBetween(activatedOn, lastDay));
  const wanted =
    spec.unusedDays ??
    (spec.status === "CLOSED"
      ? block.random.integer(30, Math.max(30, age))
      : block.random.integer(0, USED_LATELY_DAYS));
  return later(activatedOn, addDays(lastDay, -wanted));
}

function createEvidence(block: Block, registeredOn: string): WorldLine["realName"] {
  const { random } = block;
  const isOld = registeredOn < EVIDENCE_SINCE;
  return {
    method: isOld
      ? "COUNTER_DOCUMENT"
      : random.weighted([
          ["ID_READER", 8],
          ["REMOTE_VIDEO", 2],
        ] as const),
    verifiedAt: officeMoment(registeredOn, random),
    onlineCheckPassed: !isOld,
    photoReference: isOld ? null : `photo/${random.uuid()}`,
    result: "PASSED",
  };
}

function createNotice(block: Block, registeredOn: string): WorldLine["riskNotice"] {
  const notice = NOTICE_VERSIONS.findLast(({ since }) => since <= registeredOn);
  if (notice === undefined) return null;
  const { version, digest } = notice;
  return { version, digest, acknowledgedAt: anyMoment(registeredOn, block.random) };
}

function describeNotice(version: string, since: string): { version: string; since: string; digest: string } {
  const text = `电信网络诈骗犯罪法律责任风险提示告知书 ${version}`;
  return { version, since, digest: createHash("sha256").update(text).digest("hex") };
}

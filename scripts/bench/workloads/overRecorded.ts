import type { Rig, SubgraphOrigins } from "../rig/rig";

/** Whom contestants ask where the gateway is to show: recorded answers, and others for the gateway that signs nothing. */
export async function overRecorded(
  rig: Rig,
): Promise<{ readonly over: SubgraphOrigins; readonly bareOver: SubgraphOrigins }> {
  return {
    over: await rig.startStandIns("recorded"),
    bareOver: await rig.startStandIns("recorded", "signed for"),
  };
}

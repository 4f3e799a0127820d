import type { PhoneLine } from "../types/PhoneLine";

/** A line as the store hands it out: what the API shows as it stands, and what its resolvers work from. */
export interface LineRow extends PhoneLine {
  readonly subjectId: string;
  readonly carrier: string;
  readonly sealedNumber: string;
  readonly outletCode: string | null;
  readonly realNameMethod: string | null;
  readonly realNameVerifiedAt: Date | null;
  readonly onlineCheckPassed: boolean | null;
  readonly photoReference: string | null;
  readonly realNameResult: string | null;
  readonly riskNoticeVersion: string | null;
  readonly riskNoticeDigest: string | null;
  readonly riskNoticeAt: Date | null;
  readonly observedAt: Date;
}

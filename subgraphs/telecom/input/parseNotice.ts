import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { requirePast } from "./requirePast";

/** What a holder has confirmed, checked. */
export interface ConfirmedNotice {
  readonly noticeVersion: string;
  readonly noticeDigest: string;
  readonly acknowledgedAt: Date;
}

/** `2022-12` or what else a carrier calls its text. */
const MAX_VERSION_LENGTH = 40;
const SHA256 = /^[0-9a-f]{64}$/;

/** The notice by its version and the digest of its text. Throws BAD_INPUT, also for a moment that has not come. */
export function parseNotice(notice: ConfirmedNotice, now: Date): ConfirmedNotice {
  const noticeDigest = notice.noticeDigest.trim().toLowerCase();
  if (!SHA256.test(noticeDigest)) {
    throw new HubError(
      "BAD_INPUT",
      "`noticeDigest` is the SHA-256 of the notice's text: 64 hexadecimal digits.",
    );
  }
  return {
    noticeVersion: parseText("noticeVersion", notice.noticeVersion, MAX_VERSION_LENGTH),
    noticeDigest,
    acknowledgedAt: requirePast("acknowledgedAt", notice.acknowledgedAt, now),
  };
}

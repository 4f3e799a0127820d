import type { KeyObject } from "node:crypto";
import {
  MOST_SIGNED_AT_ONCE,
  signEnvelopes,
  writeEnvelope,
  type RequestToSign,
  type SignatureHeaders,
} from "../../schema/contract/signature";

/** Signs one request; its headers come at the end of this turn of the event loop. */
export type RequestSigner = (request: RequestToSign) => Promise<SignatureHeaders>;

interface Waiting {
  readonly envelope: string;
  readonly resolve: (headers: SignatureHeaders) => void;
  readonly reject: (error: unknown) => void;
}

/** Signs together what is asked for in one turn: signing costs more than all else that a fetch needs. */
export function createRequestSigner(key: KeyObject): RequestSigner {
  let waiting: Waiting[] = [];

  function signAll(): void {
    const all = waiting;
    waiting = [];
    for (let first = 0; first < all.length; first += MOST_SIGNED_AT_ONCE)
      signGroup(all.slice(first, first + MOST_SIGNED_AT_ONCE));
  }

  function signGroup(group: readonly Waiting[]): void {
    try {
      const headers = signEnvelopes(
        key,
        group.map(({ envelope }) => envelope),
      );
      headers.forEach((own, place) => group[place]?.resolve(own));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return request =>
    new Promise((resolve, reject) => {
      // Written before it waits: one that cannot be written takes no other along.
      const envelope = writeEnvelope(request);
      if (waiting.length === 0) setImmediate(signAll);
      waiting.push({ envelope, resolve, reject });
    });
}

import type { KeyObject } from "node:crypto";
import {
  signEnvelopes,
  writeEnvelope,
  type RequestToSign,
  type SignatureHeaders,
} from "../../schema/contract/signature";

/** The headers of one request that was signed by itself. */
export function signRequest({
  key,
  ...request
}: RequestToSign & { readonly key: KeyObject }): SignatureHeaders {
  const [headers] = signEnvelopes(key, [writeEnvelope(request)]);
  if (headers === undefined) throw new Error("a signed request has headers");
  return headers;
}

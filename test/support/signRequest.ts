import type { KeyObject } from "node:crypto";
import { signRequests, type RequestToSign, type SignatureHeaders } from "../../schema/contract/signature";

/** The headers of one request that was signed by itself. */
export function signRequest({
  key,
  ...request
}: RequestToSign & { readonly key: KeyObject }): SignatureHeaders {
  const [headers] = signRequests(key, [request]);
  if (headers === undefined) throw new Error("a signed request has headers");
  return headers;
}

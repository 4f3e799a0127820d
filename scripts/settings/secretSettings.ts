import {
  parseKeyRing,
  parseSealingKey,
  parseNamedVerifyKeys,
  parseSecret,
  parseSigningKey,
  parseVerifyKeys,
} from "./parseKeys";
import { required } from "./readSettings";

/** Each secret, its variable and its form. Whoever needs some of them picks those. */
export const SECRET_SETTINGS = {
  identityPepper: required("IDENTITY_PEPPER", parseSecret),
  directoryKey: required("DIRECTORY_KEY", parseSecret),
  storeKeys: required("STORE_KEYS", parseKeyRing),
  cacheKeys: required("CACHE_KEYS", parseKeyRing),
  cacheNameKey: required("CACHE_NAME_KEY", parseSecret),
  gatewaySigningKey: required("GATEWAY_SIGNING_KEY", parseSigningKey),
  gatewayVerifyKeys: required("GATEWAY_VERIFY_KEYS", parseVerifyKeys),
  subgraphVerifyKeys: required("SUBGRAPH_VERIFY_KEYS", parseNamedVerifyKeys),
  informantPublicKey: required("INFORMANT_PUBLIC_KEY", parseSealingKey),
  auditSigningKey: required("AUDIT_SIGNING_KEY", parseSigningKey),
};

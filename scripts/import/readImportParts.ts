import { parseIdentityDocument } from "../../schema/contract/identityDocument";
import { createTokeniser } from "../../schema/contract/tokens";
import { createSubgraphKeys } from "../hub/createSubgraphKeys";
import { readSettings } from "../settings/readSettings";
import { SECRET_SETTINGS } from "../settings/secretSettings";
import type { ImportParts } from "./importKind";

/** The keys that an import tokenises, names and seals with, from the environment's variables. */
export function readImportParts(variables: Readonly<Record<string, string | undefined>>): ImportParts {
  const { identityPepper, directoryKey, storeKeys } = SECRET_SETTINGS;
  const secrets = readSettings(variables, { identityPepper, directoryKey, storeKeys });
  const tokenOf = createTokeniser(secrets.identityPepper);
  return {
    keys: createSubgraphKeys(secrets),
    identify(given) {
      const document = parseIdentityDocument(given);
      return { id: tokenOf(document), document };
    },
  };
}

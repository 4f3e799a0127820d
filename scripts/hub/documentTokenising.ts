import type { DocumentTokenising } from "../../gateway/supergraph/tokeniseDocuments";
import { parseIdentityDocument } from "../../schema/contract/identityDocument";
import { createTokeniser } from "../../schema/contract/tokens";
import { createNumberRanges } from "./numberRanges";

/** How the gateway turns each `IdentityDocumentInput` into a subject token: the one place where it knows of documents. */
export function createDocumentTokenising(identityPepper: Buffer): DocumentTokenising {
  const tokenOf = createTokeniser(identityPepper);
  const rangesOf = createNumberRanges(identityPepper);
  return {
    inputType: "IdentityDocumentInput",
    tokenField: "token",
    numberField: "number",
    entity: { type: "Subject", keyField: "id" },
    tokenise(value) {
      const { type, number, issuingCountry } = value as {
        type: string;
        number: string;
        issuingCountry?: string | null;
      };
      const document = parseIdentityDocument({ type, number, issuingCountry: issuingCountry ?? null });
      const normalised = { ...value, number: document.number, issuingCountry: document.issuingCountry };
      return { value: normalised, token: tokenOf(document), ranges: rangesOf(document) };
    },
  };
}

import { HubError } from "../../schema/contract/errors";
import { parsePhoneNumber } from "../../schema/contract/phoneNumber";
import type { ReferenceResolver } from "../shared/buildSubgraph";
import { maySeeSubject } from "../shared/subjects/maySeeSubject";
import { isToken } from "../shared/subjects/requireToken";
import type { TelecomContext } from "./telecomContext";
import type { Subject } from "./types/Subject";
import { unseenLine } from "./unseenLine";

/** How other subgraphs' references are found. What is not there and what is not the caller's answer alike: null. */
export const references: Readonly<Record<string, ReferenceResolver>> = {
  // Whoever has a token may be asked about, also where nothing is held; the measures are what a field required.
  Subject: ({ id, measureHistory }: Subject, { claims }: TelecomContext) =>
    isToken(id) && maySeeSubject(claims.view, id) ? { id, measureHistory } : null,
  PhoneLine: async ({ id, number }: { id?: string; number?: string }, { keys, loaders }: TelecomContext) => {
    if (id !== undefined) return loaders.lineById.load(id);
    const lineId = findLineId(number ?? "", keys.ids);
    if (lineId === null) return null;
    // Whoever has the number has the id that is made of it, whether or not there is such a line for them.
    return (await loaders.lineById.load(lineId)) ?? unseenLine(lineId);
  },
  Institution: ({ code }: { code: string }, { loaders }: TelecomContext) => loaders.institutionByCode(code),
  Sanction: ({ id }: { id: string }) => ({ id }),
  AbnormalFlag: ({ id }: { id: string }, { loaders }: TelecomContext) => loaders.flagById.load(id),
  LineOrder: ({ id }: { id: string }, { loaders }: TelecomContext) => loaders.orderById.load(id),
  BlacklistEntry: ({ id }: { id: string }, { loaders }: TelecomContext) =>
    loaders.blacklistEntryById.load(id),
  Rectification: ({ id }: { id: string }, { loaders }: TelecomContext) => loaders.rectificationById.load(id),
};

// Another register may hold a number that is none; that is no fault of whoever asks.
function findLineId(number: string, ids: TelecomContext["keys"]["ids"]): string | null {
  try {
    return ids.lineId(parsePhoneNumber(number));
  } catch (error) {
    if (error instanceof HubError) return null;
    throw error;
  }
}

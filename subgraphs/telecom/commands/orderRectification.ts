import { randomUUID } from "node:crypto";
import { addYears } from "../../../schema/contract/calendar";
import { HubError } from "../../../schema/contract/errors";
import { parseText } from "../../shared/parseText";
import { AccountabilityKey } from "../../shared/types/enums";
import { RULE_ARTICLES } from "../rules/ruleArticles";
import type { RectificationRow } from "../store/rectificationStore";
import { RectificationStatus } from "../types/enums";
import type { OrderRectificationInput } from "../types/OrderRectificationInput";
import { toChange } from "./change";
import { requireRow } from "./requireRow";
import { EVERY_INSTITUTION, requireTelecomRegulator } from "./requireTelecomRegulator";
import type { TelecomTransaction } from "./telecomTransaction";

const MAX_MESSAGE_LENGTH = 500;

/** The regulator sets a deadline for whoever has broken a rule; it stands on the record of their carrier. */
export async function orderRectification(
  { targetKind, targetCode, ruleId, message, dueOn }: OrderRectificationInput,
  transaction: TelecomTransaction,
): Promise<RectificationRow> {
  const { claims, at, day, stores, tell } = transaction;
  requireTelecomRegulator(claims);
  const article = Object.hasOwn(RULE_ARTICLES, ruleId) ? RULE_ARTICLES[ruleId] : undefined;
  if (article === undefined) {
    throw new HubError("BAD_INPUT", `\`ruleId\` is one of ${Object.keys(RULE_ARTICLES).join(", ")}.`);
  }
  if (dueOn <= day || dueOn > addYears(day, 1))
    throw new HubError("BAD_INPUT", "`dueOn` lies after today, within a year.");
  const breach = {
    ruleId,
    article,
    message: parseText("message", message, MAX_MESSAGE_LENGTH),
    until: dueOn,
    fact: null,
  };
  const { institution, code } = await findTarget(targetKind, targetCode, transaction);
  const id = randomUUID();
  await stores.rectifications.insertRectifications([
    {
      id,
      institution,
      targetKind,
      targetCode: code,
      breach,
      status: RectificationStatus.ORDERED,
      orderedOn: day,
      dueOn,
      closedOn: null,
    },
  ]);
  await tell([
    toChange({
      kind: "RECTIFICATION_ORDERED",
      at,
      carrier: institution,
      rectificationId: id,
      touched: [`Institution:${institution}`],
    }),
  ]);
  return requireRow(
    stores.rectifications.rectificationsByIds([id], day, EVERY_INSTITUTION),
    "a rectification that was just ordered",
  );
}

interface Target {
  readonly institution: string;
  readonly code: string;
}

/** Two carriers may use the same code; then the regulator says which is meant. */
async function findTarget(
  kind: AccountabilityKey,
  given: string,
  { stores }: TelecomTransaction,
): Promise<Target> {
  if (kind === AccountabilityKey.REGION)
    throw new HubError(
      "BAD_INPUT",
      "A deadline is set for an outlet, an agent or a carrier, not for a region.",
    );
  const slash = given.indexOf("/");
  const [institution, code] = slash < 0 ? [null, given] : [given.slice(0, slash), given.slice(slash + 1)];
  const owners = (await stores.institutions.ownersOf(kind, code)).filter(
    owner => institution === null || owner === institution,
  );
  const [owner] = owners;
  if (owner === undefined) throw new HubError("NOT_FOUND", "No carrier has reported such a target.");
  if (owners.length > 1) {
    const choices = owners.map(one => `${one}/${code}`).join(", ");
    throw new HubError("BAD_INPUT", `Several carriers use this code: write one of ${choices}.`);
  }
  return { institution: owner, code };
}

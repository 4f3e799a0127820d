import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { parsePhoneNumber } from "../../../schema/contract/phoneNumber";
import { Policy, RequiresScopes } from "../../shared/directives";
import { IdentityDocumentInput } from "../../shared/types/IdentityDocumentInput";
import { checkPhone } from "../phoneCheck";
import type { TelecomContext } from "../telecomContext";
import { PhoneCheck } from "../types/PhoneCheck";

/** The bank's question about a number, answered without naming anybody. */
@Resolver()
export class PhoneCheckQuery {
  @RequiresScopes(["opening:check"])
  @Policy(["purpose_bound"])
  @Query(() => PhoneCheck, {
    nullable: true,
    description:
      "May the number that a customer gives be trusted? For banks, before opening; no holder is named.",
  })
  phoneCheck(
    @Arg("number", () => ID) number: string,
    @Arg("document", () => IdentityDocumentInput) document: IdentityDocumentInput,
    @Ctx() context: TelecomContext,
  ): Promise<PhoneCheck | null> {
    return checkPhone(context.keys.ids.lineId(parsePhoneNumber(number)), document.token ?? null, context);
  }
}

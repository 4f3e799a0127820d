import { FieldResolver, Resolver, Root } from "type-graphql";
import { Account } from "../types/Account";
import { StopPayment } from "../types/StopPayment";

/** What a stop-payment stops. */
@Resolver(() => StopPayment)
export class StopPaymentResolver {
  // Nullable, since it asks more (account:read) than the road to it (case:read): a denial takes no sibling along.
  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: StopPayment): Account {
    return { id: accountId };
  }
}

import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { maskAccountNumber } from "../../../schema/contract/masking";
import { CacheHint, RequiresScopes } from "../../shared/directives";
import { boundedFirst, toPage, type Page } from "../../shared/pagination";
import { Outlet } from "../../shared/types/Outlet";
import { isPoliceView, personOfView } from "../../shared/view";
import { loadAccountStatus, loadRestrictions } from "../accountPage";
import { standsAt } from "../accountStatus";
import type { BankingContext } from "../bankingContext";
import { decodeMomentCursor } from "../input/cursors";
import { MAX_PAGE_SIZE } from "../input/limits";
import { unlistedInstitution } from "../otherInstitutions";
import { pairKey } from "../pairKey";
import { SEAL_CONTEXTS } from "../sealContexts";
import type { AccountRow } from "../store/accountStore";
import type { OrderRow } from "../store/orderStore";
import type { RestrictionRow } from "../store/restrictionStore";
import type { TransferRow } from "../store/transferStore";
import { Account } from "../types/Account";
import { AccountOrder } from "../types/AccountOrder";
import { AccountStatus } from "../types/enums";
import { Institution } from "../types/Institution";
import { PhoneLine } from "../types/PhoneLine";
import { Restriction } from "../types/Restriction";
import { Subject } from "../types/Subject";
import { TransferConnection } from "../types/TransferConnection";

/** What hangs on an account that the caller may see. */
@Resolver(() => Account)
export class AccountResolver {
  // An account never changes its institution; the register behind the name is written by the import alone.
  @CacheHint(60)
  @FieldResolver(() => Institution)
  async institution(
    @Root() { institution }: AccountRow,
    @Ctx() { loaders }: BankingContext,
  ): Promise<Institution> {
    return (await loaders.institution.load(institution)) ?? unlistedInstitution(institution);
  }

  @FieldResolver(() => AccountStatus, {
    description: "Derived: the strongest restriction that stands now, else what the institution reported.",
  })
  status(@Root() account: AccountRow, @Ctx() context: BankingContext): Promise<AccountStatus> {
    return loadAccountStatus(account, context);
  }

  @FieldResolver(() => String)
  maskedNumber(@Root() account: AccountRow, @Ctx() context: BankingContext): string {
    return maskAccountNumber(openNumber(account, context));
  }

  @RequiresScopes(["account:number:read"])
  @FieldResolver(() => String, { nullable: true, description: "A person reads their own masked only." })
  number(@Root() account: AccountRow, @Ctx() context: BankingContext): string | null {
    return personOfView(context.claims.view) === null ? openNumber(account, context) : null;
  }

  @FieldResolver(() => Outlet, { nullable: true })
  openedAt(
    @Root() { institution, outletCode }: AccountRow,
    @Ctx() { loaders }: BankingContext,
  ): Promise<Outlet | null> | null {
    return outletCode === null ? null : loaders.outlet.load(pairKey(institution, outletCode));
  }

  // Only the holder's key stands here; a change of holder touches the account and both holders.
  @CacheHint(60)
  @FieldResolver(() => Subject, { nullable: true })
  holder(@Root() { subjectId }: AccountRow): Subject {
    return { id: subjectId };
  }

  // Only the number stands here, kept with the account; what hangs on the line is asked for by itself.
  @CacheHint(60)
  @FieldResolver(() => PhoneLine, {
    nullable: true,
    description:
      "The phone number reserved at the bank: resolved by the carrier that owns it. Not for the person: the line may be another's.",
  })
  reservedPhone(
    @Root() { id, sealedReservedPhone }: AccountRow,
    @Ctx() { claims, keys }: BankingContext,
  ): PhoneLine | null {
    if (sealedReservedPhone === null || personOfView(claims.view) !== null) return null;
    return { number: keys.sealer.open(sealedReservedPhone, SEAL_CONTEXTS.reservedPhone(id)) };
  }

  // Part of the account: whoever imposes or lifts one touches the account and its holder.
  @CacheHint(60)
  @FieldResolver(() => [Restriction], { description: "What stands on the account now." })
  async restrictions(@Root() account: AccountRow, @Ctx() context: BankingContext): Promise<RestrictionRow[]> {
    const now = context.clock();
    const restrictions = await loadRestrictions(account, now, context);
    return restrictions.filter(one => standsAt(one, now));
  }

  @FieldResolver(() => [AccountOrder], { nullable: true })
  async orders(
    @Root() { id, subjectId }: AccountRow,
    @Ctx() { loaders }: BankingContext,
  ): Promise<OrderRow[]> {
    const orders = await loaders.ordersBySubject.load(subjectId);
    return orders.filter(order => order.accountId === id);
  }

  @RequiresScopes(["transfer:read"])
  @FieldResolver(() => TransferConnection, {
    nullable: true,
    description: "Case-related transfers, in and out, newest first.",
  })
  async transfers(
    @Root() { id }: AccountRow,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { claims, loaders }: BankingContext,
  ): Promise<Page<TransferRow> | null> {
    if (!isPoliceView(claims.view)) return null;
    const size = boundedFirst(first, MAX_PAGE_SIZE);
    const page = { after: decodeMomentCursor(after), limit: size + 1 };
    const transfers = await loaders.transferPage(page).load(id);
    return toPage(transfers, size, transfer => [transfer.at.getTime(), transfer.id]);
  }
}

function openNumber({ id, sealedNumber }: AccountRow, { keys }: BankingContext): string {
  return keys.sealer.open(sealedNumber, SEAL_CONTEXTS.accountNumber(id));
}

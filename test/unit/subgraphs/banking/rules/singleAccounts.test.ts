import { oneClassIAccount } from "../../../../../subgraphs/banking/rules/oneClassIAccount";
import { onePaymentAccount } from "../../../../../subgraphs/banking/rules/onePaymentAccount";
import { singlePaymentClassOn } from "../../../../../subgraphs/banking/rules/ruleVersions";
import {
  AccountClass,
  AccountKind,
  AccountProduct,
  AccountStatus,
} from "../../../../../subgraphs/banking/types/enums";
import {
  AnswerState,
  OpeningOutcome,
  Sector,
  SubjectKind,
} from "../../../../../subgraphs/shared/types/enums";
import { holdingOf, openingFactsOf } from "./openingFactsOf";

describe("one class I account", () => {
  const classI = holdingOf({ accountClass: AccountClass.I, openedOn: "2010-01-01" });
  const outcomes = (rest: Parameters<typeof openingFactsOf>[0]) =>
    oneClassIAccount(openingFactsOf({ product: AccountProduct.DEBIT_CARD_CLASS_I, ...rest })).map(
      verdict => verdict.outcome,
    );

  test("cannot be known where the bank has not reported everything", () => {
    expect(outcomes({ coverage: AnswerState.NOT_ANSWERED })).toEqual([OpeningOutcome.UNKNOWN]);
  });

  test.each([
    ["2016-11-30", []],
    ["2016-12-01", [OpeningOutcome.DENY]],
    ["2016-12-02", [OpeningOutcome.DENY]],
  ])("a second one on %s", (on, expected) => {
    expect(outcomes({ holdings: [classI], on })).toEqual(expected);
  });

  test("several from before 2016-12-01 stand, and bar a further one", () => {
    const [verdict] = oneClassIAccount(
      openingFactsOf({
        product: AccountProduct.PASSBOOK_CLASS_I,
        holdings: [classI, holdingOf({ accountClass: AccountClass.I, openedOn: "2005-05-05" })],
      }),
    );
    expect(verdict?.outcome).toBe(OpeningOutcome.DENY);
    expect(verdict?.finding.fact).toBe("2 class I open at this bank, the first since 2005-05-05");
  });

  test("a written reason changes nothing", () => {
    expect(outcomes({ holdings: [classI], reviewReason: "payroll" })).toEqual([OpeningOutcome.DENY]);
  });

  test("a closed one, one of another class and a credit card stand in nobody's way", () => {
    const closed = { ...classI, closedOn: "2020-01-01", reportedStatus: AccountStatus.CLOSED } as const;
    const credit = holdingOf({ kind: AccountKind.CREDIT_CARD, accountClass: AccountClass.I });
    expect(outcomes({ holdings: [closed, holdingOf(), credit] })).toEqual([]);
    expect(outcomes({ holdings: [classI], product: AccountProduct.DEBIT_CARD_CLASS_II })).toEqual([]);
  });

  test("a passbook of class I counts like a card of class I", () => {
    expect(outcomes({ holdings: [{ ...classI, kind: AccountKind.PASSBOOK }] })).toEqual([
      OpeningOutcome.DENY,
    ]);
  });
});

describe("one payment account of the stated class", () => {
  const paymentAccount = (accountClass: AccountClass) =>
    holdingOf({ kind: AccountKind.PAYMENT_ACCOUNT, accountClass, openedOn: "2015-01-01" });
  const verdicts = (rest: Parameters<typeof openingFactsOf>[0]) =>
    onePaymentAccount(
      openingFactsOf({ sector: Sector.PAYMENT, product: AccountProduct.PAYMENT_CLASS_III, ...rest }),
    );

  test("cannot be known where the institution has not reported everything", () => {
    expect(verdicts({ coverage: AnswerState.STALE }).map(one => one.outcome)).toEqual([
      OpeningOutcome.UNKNOWN,
    ]);
  });

  test.each([
    ["the day before the notice", "2016-09-22", null],
    ["the day of the notice", "2016-09-23", AccountClass.III],
    ["PBOC_2019_85", "2019-04-01", AccountClass.III],
    ["NOTICE_2020", "2020-12-17", AccountClass.III],
    ["MEASURES_2024", "2024-12-01", AccountClass.III],
  ])("which class it is belongs to the version of the rules: %s, %s", (_, day, expected) => {
    expect(singlePaymentClassOn(day)).toBe(expected);
  });

  test("is of class III, and the finding cites the conflict of the texts", () => {
    const [verdict] = verdicts({ holdings: [paymentAccount(AccountClass.III)] });
    expect(verdict?.outcome).toBe(OpeningOutcome.DENY);
    expect(verdict?.finding.article).toBe("N16-5");
    expect(verdict?.finding.message).toContain("N16-5 prints class II");
    expect(verdict?.finding.message).toContain("takes class III");
  });

  test("does not bar a unit, since the limit is one person's; whoever is not known to be one is barred", () => {
    const holdings = [paymentAccount(AccountClass.III)];
    expect(verdicts({ holdings, holderKind: SubjectKind.UNIT })).toEqual([]);
    expect(verdicts({ holdings, holderKind: null }).map(one => one.outcome)).toEqual([OpeningOutcome.DENY]);
  });

  test("accounts of the other classes are not limited", () => {
    const holdings = [paymentAccount(AccountClass.I), paymentAccount(AccountClass.II)];
    expect(verdicts({ holdings })).toEqual([]);
    expect(verdicts({ holdings, product: AccountProduct.PAYMENT_CLASS_II })).toEqual([]);
  });

  describe.each([
    [AccountClass.I, AccountProduct.PAYMENT_CLASS_I],
    [AccountClass.II, AccountProduct.PAYMENT_CLASS_II],
    [AccountClass.III, AccountProduct.PAYMENT_CLASS_III],
  ])("where a version of the rules means class %s", (singlePaymentClass, product) => {
    const others = Object.values(AccountClass).filter(one => one !== singlePaymentClass);
    const ask = (rest: Parameters<typeof openingFactsOf>[0]) =>
      verdicts({ singlePaymentClass, product, ...rest });

    test("the first one is barred by nothing, whatever is held of the other classes", () => {
      expect(ask({ holdings: others.map(paymentAccount) })).toEqual([]);
    });

    test.each([
      ["2016-11-30", []],
      ["2016-12-01", [OpeningOutcome.DENY]],
      ["2016-12-02", [OpeningOutcome.DENY]],
    ])("a second one on %s", (on, expected) => {
      const found = ask({ on, holdings: [paymentAccount(singlePaymentClass)] });
      expect(found.map(one => one.outcome)).toEqual(expected);
    });

    test("it bars none of another class", () => {
      const holdings = Object.values(AccountClass).map(paymentAccount);
      for (const other of others)
        expect(ask({ holdings, product: AccountProduct[`PAYMENT_CLASS_${other}`] })).toEqual([]);
    });

    test("the finding says so", () => {
      const [verdict] = ask({ holdings: [paymentAccount(singlePaymentClass)] });
      expect(verdict?.finding.message).toContain(`takes class ${singlePaymentClass}.`);
      expect(verdict?.finding.fact).toBe(
        `1 payment accounts of class ${singlePaymentClass} open at this institution`,
      );
    });
  });
});

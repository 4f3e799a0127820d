import { toPapers, toPreviewInput } from "../../../../gateway/console/page/pages/sanctions/previewInput";

const DOCUMENT = { type: "RESIDENT_ID", number: "99010119960721821X" } as const;
const WHOLE = {
  role: "INDIVIDUAL",
  conduct: "ILLEGAL_SALE",
  instruments: ["PERSONAL_CARD"],
  recognisedOn: "2026-11-24",
} as const;
const form = (rest: object = {}) => ({ ...WHOLE, instruments: [...WHOLE.instruments], ...rest });

describe("the form of a recognition", () => {
  test.each(["role", "conduct", "instruments", "recognisedOn"])("asks nothing while %s is missing", name => {
    expect(toPreviewInput(form({ [name]: undefined }), DOCUMENT, "C-1")).toBeNull();
  });

  test("asks nothing while no instrument is ticked", () => {
    expect(toPreviewInput(form({ instruments: [] }), DOCUMENT, "C-1")).toBeNull();
  });

  test("asks with a count of none where a number was cleared", () => {
    const input = toPreviewInput(
      form({ cardsOrAccounts: null, occasions: 3, convicted: true }),
      DOCUMENT,
      "C-1",
    );
    expect(input).toEqual({
      ...form(),
      caseNumber: "C-1",
      document: DOCUMENT,
      facts: { cardsOrAccounts: 0, occasions: 3, counterparties: 0, convicted: true, repeat: false },
    });
  });

  test("lists papers by line and no blank ones", () => {
    expect(toPapers(" Identity document \n\n  Statement\n")).toEqual(["Identity document", "Statement"]);
  });
});

import fc from "fast-check";
import { IDENTITY_DOCUMENT_TYPES } from "../../../../schema/contract/identityDocument";
import {
  maskAccountNumber,
  maskDocumentNumber,
  maskName,
  maskPhoneNumber,
} from "../../../../schema/contract/masking";

const masks: readonly (readonly [string, (text: string) => string])[] = [
  ...IDENTITY_DOCUMENT_TYPES.map(type => [type, (text: string) => maskDocumentNumber(type, text)] as const),
  ["a phone number", maskPhoneNumber],
  ["an account number", maskAccountNumber],
  ["a name", maskName],
];

describe("a reader who may see masked forms alone", () => {
  it.each(masks)(
    "never reads %s whole: of a number at least four characters stay hidden, of a name one",
    (_what, mask) => {
      fc.assert(
        fc.property(fc.stringMatching(/^[0-9A-Z]{1,32}$/), text => {
          const masked = mask(text);
          expect(masked).toHaveLength(text.length);
          const hidden = masked.split("*").length - 1;
          expect(hidden).toBeGreaterThanOrEqual(mask === maskName ? 1 : Math.min(4, text.length));
        }),
      );
    },
  );

  it("does not read the birth date of a person", () => {
    expect(maskDocumentNumber("RESIDENT_ID", "11010519491231002X")).toBe("110***********002X");
  });

  it("reads the ends by which the holder knows their own", () => {
    expect(maskDocumentNumber("UNIFIED_SOCIAL_CREDIT_CODE", "91350100M000100Y43")).toBe("913***********0Y43");
    expect(maskDocumentNumber("FOREIGN_PERMANENT_RESIDENT_ID", "KOR310090010101")).toBe("KOR********0101");
    expect(maskDocumentNumber("PASSPORT", "M12345678")).toBe("M*****678");
    expect(maskDocumentNumber("HK_MACAU_PERMIT", "H12345678")).toBe("H*****678");
    expect(maskDocumentNumber("TAIWAN_PERMIT", "12345678")).toBe("1****678");
    expect(maskDocumentNumber("MILITARY_ID", "军字第1234567号")).toBe("军*******67号");
    expect(maskPhoneNumber("13800001234")).toBe("138****1234");
    expect(maskPhoneNumber("4001234567")).toBe("40****4567");
    expect(maskAccountNumber("6222020000001234")).toBe("************1234");
  });

  it.each([
    ["王小明", "王**"],
    ["张三", "张*"],
    ["张", "*"],
    ["𠮷田", "𠮷*"],
    ["阿不都·买买提", "阿******"],
    ["Ann Lee", "A** L**"],
    ["  Ann   Q ", "A** *"],
    ["", ""],
  ])("of the name %j reads %j", (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

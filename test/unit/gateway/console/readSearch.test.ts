import { readSearch } from "../../../../gateway/console/page/frame/readSearch";

describe("what is typed into the one search box", () => {
  it.each([
    ["is told when it is nothing that can be meant", "hello", { kind: "unknown" }],
    [
      "may be a document whose check digit is wrong",
      "110105194912310021",
      { kind: "account", number: "110105194912310021", mayBeDocument: true },
    ],
    [
      "is a document where its check digit is right, in whatever way it was written",
      "11010519491231002x",
      { kind: "document", type: "RESIDENT_ID", number: "11010519491231002X" },
    ],
    [
      "is a unit's document",
      "91350100M000100Y43",
      { kind: "document", type: "UNIFIED_SOCIAL_CREDIT_CODE", number: "91350100M000100Y43" },
    ],
    [
      "is an account in the full-width digits of a Chinese keyboard",
      "９９９１０２００００００００００１５",
      { kind: "account", number: "999102000000000015", mayBeDocument: true },
    ],
    [
      "is a case in full-width characters",
      "Ａ１１０１００－２０２６－０１７",
      { kind: "case", number: "A110100-2026-017" },
    ],
    ["is a phone number", "142 7970 2247", { kind: "line", number: "14279702247" }],
    ["is a phone number abroad", "+86 142 7970 2247", { kind: "line", number: "14279702247" }],
    ["is an IoT card", "1440012345678", { kind: "line", number: "1440012345678" }],
    ["is a fixed line", "(010) 8888-6666", { kind: "line", number: "01088886666" }],
    ["is a 400 number", "400-123-4567", { kind: "line", number: "4001234567" }],
    [
      "is an account",
      "9991020000595396364",
      { kind: "account", number: "9991020000595396364", mayBeDocument: false },
    ],
    ["is a case", " a110100-2026-017", { kind: "case", number: "A110100-2026-017" }],
  ])("%s", (_what, text, meant) => {
    expect(readSearch(text)).toEqual(meant);
  });
});

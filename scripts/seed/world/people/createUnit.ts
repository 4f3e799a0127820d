import type { Block } from "../block";
import type { HolderDraft } from "../holderDraft";

const BRANDS = [
  "启澜",
  "瑞禾",
  "恒屿",
  "鼎汐",
  "盛霁",
  "万礁",
  "博临",
  "聚松",
  "信鹭",
  "通泽",
  "汇桐",
  "嘉渊",
];
const TRADES = ["商贸", "网络科技", "信息咨询", "电子商务", "供应链管理", "文化传播", "建材", "劳务服务"];
const FOUNDED_FROM_YEAR = 2003;
const FOUNDED_YEARS = 20;

/** Makes a company of the neighbourhood; its legal representative is the person handed in. */
export function createUnit(block: Block, representative: HolderDraft): HolderDraft {
  const { random, division } = block;
  const year = FOUNDED_FROM_YEAR + random.integer(0, FOUNDED_YEARS - 1);
  return {
    subject: {
      kind: "UNIT",
      document: block.documents.creditCode(),
      name: `${division.cityName.slice(0, 2)}${random.pick(BRANDS)}${random.pick(TRADES)}有限公司`,
      legalRepresentative: representative.subject.document,
    },
    since: `${year}-${String(random.integer(1, 12)).padStart(2, "0")}-15`,
    lines: [],
    accounts: [],
  };
}

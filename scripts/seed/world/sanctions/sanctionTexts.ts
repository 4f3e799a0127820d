/** What the notice to the person says, in the words of each conduct. */
export const SANCTION_REASONS: Readonly<Record<string, string>> = {
  ILLEGAL_TRANSFER: "非法转让本人名下电话卡、银行卡，供他人转移涉诈资金",
  ILLEGAL_RENT: "出租本人名下银行账户供他人收取、转移涉诈资金",
  ILLEGAL_LEND: "出借本人名下银行账户，致其被用于电信网络诈骗",
  ILLEGAL_SALE: "出售本人名下银行卡、电话卡牟利",
  ILLEGAL_PURCHASE: "收购他人银行卡、电话卡并转卖",
  IMPERSONATION: "假冒他人身份开立银行账户",
  FICTITIOUS_AGENCY: "虚构代理关系批量开立支付账户",
  CRIMINAL_CONVICTION: "因帮助信息网络犯罪活动罪被依法追究刑事责任",
};

/** How the person may object. */
export const SANCTION_REMEDY =
  "对惩戒措施有异议的，可向作出认定的公安机关提出书面异议，由其核实确认后及时解除";

/** The papers an objection needs. */
export const SANCTION_PAPERS: readonly string[] = ["异议申请书", "本人有效身份证件", "相关证明材料"];

/** What people write who object. */
export const OBJECTION_GROUNDS: readonly string[] = [
  "身份证件曾遗失，账户系他人冒名开立",
  "账户由本人使用，涉案款项为正常货款",
  "银行卡被家人借用，本人不知情",
  "认定所依据的账户并非本人所有",
];

/** Where each sealed value belongs; a value moved to another row or column does not open. */
export const SEAL_CONTEXTS = {
  accountNumber: (accountId: string): string => `banking.account.number|${accountId}`,
  reservedPhone: (accountId: string): string => `banking.account.reserved_phone|${accountId}`,
  linkValue: (linkKey: string): string => `banking.link_key.value|${linkKey}`,
  subjectNumber: (subjectId: string): string => `banking.subject.number|${subjectId}`,
  subjectName: (subjectId: string): string => `banking.subject.name|${subjectId}`,
} as const;

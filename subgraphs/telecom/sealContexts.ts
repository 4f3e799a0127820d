/** Where each sealed value belongs; a value moved to another row or column does not open. */
export const SEAL_CONTEXTS = {
  lineNumber: (lineId: string): string => `telecom.line.number|${lineId}`,
  subjectNumber: (subjectId: string): string => `telecom.subject.number|${subjectId}`,
  subjectName: (subjectId: string): string => `telecom.subject.name|${subjectId}`,
} as const;

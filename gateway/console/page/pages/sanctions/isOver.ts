/** Whether a sanction in this status stands no more. */
export function isOver(status: string): boolean {
  return status === "LIFTED" || status === "EXPIRED";
}

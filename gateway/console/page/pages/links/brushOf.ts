/** Where the brush stands for what the chart is narrowed to: at its ends where nothing is, however far it has grown. */
export function brushOf(
  months: readonly { readonly month: string }[],
  from: string | null,
  to: string | null,
): [number, number] {
  const last = months.length - 1;
  const first = from === null ? 0 : months.findIndex(({ month }) => month >= from.slice(0, 7));
  const end = to === null ? last : months.findLastIndex(({ month }) => month <= to.slice(0, 7));
  return [first < 0 ? last : first, Math.max(0, end)];
}

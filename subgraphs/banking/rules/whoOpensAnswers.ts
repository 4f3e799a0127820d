// N20-3, N16-7: who opens the card is responsible, and institutions and regions answer for failures.

const PER = 10_000;

/** How many of ten thousand accounts that somebody opened were recognised as used in a case. */
export function whoOpensAnswers(opened: number, involved: number): number {
  return opened === 0 ? 0 : (involved * PER) / opened;
}

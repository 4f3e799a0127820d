const ROUND = [1, 2, 5];
const FEW = 6;

/** Round numbers from 0 to the first one that is not below the largest value. */
export function linearTicks(largest: number): readonly number[] {
  const step = roundNumbers().find(number => largest / number <= FEW) ?? largest;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, place) => place * step);
}

/** Round numbers 1, 2, 5, 10 … around all values. */
export function logTicks(smallest: number, largest: number): readonly number[] {
  const numbers = roundNumbers();
  const first = numbers.findLastIndex(number => number <= smallest);
  const last = numbers.findIndex(number => number >= largest);
  return numbers.slice(first, last + 1);
}

function roundNumbers(): number[] {
  return Array.from({ length: 12 }, (_, power) => ROUND.map(number => number * 10 ** (power - 3)))
    .flat()
    .map(number => Number(number.toPrecision(1)));
}

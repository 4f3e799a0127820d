/** Draws places below `count`: the first twice as often as the second, three times as often as the third, and so on. */
export function zipf(count: number, random: () => number = Math.random): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let place = 1; place <= count; place++) sums.push((sum += 1 / place));
  return () => {
    const drawn = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

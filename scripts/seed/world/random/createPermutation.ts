/** Spreads consecutive ordinals over the whole range. Odd and no multiple of 5: coprime to every power of ten. */
const MULTIPLIER = 61_803_399;

/**
 * Maps 0 … size-1 onto itself, one to one, so that numbers handed out in order look random and yet never meet:
 * no list of the numbers given so far has to be kept. `size` is a power of ten, at most 10^8, for the product
 * to stay exact.
 */
export function createPermutation(size: number, shift: number): (ordinal: number) => number {
  if (size > 100_000_000) throw new RangeError("The product would no longer be exact.");
  return ordinal => {
    if (ordinal < 0 || ordinal >= size) throw new RangeError(`Numbers have run out after ${size}.`);
    return (ordinal * MULTIPLIER + shift) % size;
  };
}

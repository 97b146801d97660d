import fc from 'fast-check';

/** The usual value three times in four, else the other one. */
export function mostly<T>(usual: T, other: T): fc.Arbitrary<T> {
  return rarely(usual, fc.constant(other));
}

/** The usual value three times in four. */
export function rarely<T>(usual: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return weighted(3, fc.constant(usual), others);
}

/** The usual value but once in sixteen times. */
export function seldom<T>(usual: fc.Arbitrary<T>, others: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return weighted(15, usual, others);
}

/** One of two, the first so many times as often; what fails shrinks to the first. */
export function weighted<T>(weight: number, usual: fc.Arbitrary<T>, others: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ withCrossShrink: true }, { weight, arbitrary: usual }, { weight: 1, arbitrary: others });
}

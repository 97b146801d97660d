/** Wrong use or wrong configuration: the message says what, where and how to do it right. Nothing was written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A token provider whose every token is another one, so that one that is kept too long shows. */
export function tokenProvider(): () => Promise<string> {
  let issued = 0;
  return () => Promise.resolve(`placeholder-token-${String(++issued)}`);
}

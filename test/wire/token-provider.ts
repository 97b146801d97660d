/** A token provider whose every token is another one, so that one that is kept too long, or is another provider's, shows. */
export function tokenProvider(name = ''): () => Promise<string> {
  let issued = 0;
  return () => Promise.resolve(`placeholder-token-${name}${String(++issued)}`);
}

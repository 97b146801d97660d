const qualifiers =
  'api|functions?|access|account|admin|aoai|auth|azure|client|encryption|master|openai|primary|private|resource|secondary|secret|service|shared|subscription';
const credentialName = new RegExp(
  `(?:(?:${qualifiers})keys?|^keys?|token|secret|password|passwd|pwd|authorization|credentials?|connectionstring|bearer|cookie)$`,
);

/** Tells whether a name announces a credential: `apiKey`, `AZURE_OPENAI_API_KEY_2`, `x-api-key`, `clientSecret`. */
export function namesCredential(name: string): boolean {
  return name.length <= 200 && credentialName.test(name.toLowerCase().replaceAll(/[^a-z]/g, ''));
}

/** Tells whether the value behind such a name is only another name, a scheme or nothing. */
export function isHarmlessValue(value: string): boolean {
  if (['', 'bearer', 'basic', 'api-key', 'authorization'].includes(value.trim().toLowerCase())) return true;
  return value.length <= 80 && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value);
}

/** Tells whether a run of characters looks like a credential, whatever stands before it. */
export function looksLikeCredential(run: string): boolean {
  if (/^(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}$/.test(run) || /[0-9a-f]{32}/i.test(run)) return true;
  if (/^(?:gh[oprsu]_\w{20,}|github_pat_\w{20,}|xox[a-z]-[\w-]{10,}|AKIA[0-9A-Z]{16})$/.test(run)) return true;
  return run.length >= 40 && countDigits(run) * 14 >= run.length && run.split(/[^A-Za-z0-9]/).some(isRandomPiece);
}

function isRandomPiece(piece: string): boolean {
  return piece.length >= 16 && /[a-z]/.test(piece) && /[A-Z]/.test(piece) && /[0-9]/.test(piece);
}

function countDigits(run: string): number {
  let digits = 0;
  for (const character of run) if (character >= '0' && character <= '9') digits += 1;
  return digits;
}

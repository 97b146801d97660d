interface Operation {
  readonly method: string;
  readonly path: string;
}

/** The operation of a method and a path; a written segment goes before one in braces, and an empty one matches nothing. */
export function findByPath<Row extends Operation>(rows: readonly Row[], method: string, path: string): Row | undefined {
  const segments = path.split('/');
  const matching = rows.filter((row) => row.method === method && isMatch(row.path.split('/'), segments));
  return matching.find((row) => row.path === path) ?? matching.sort((a, b) => holesIn(a.path) - holesIn(b.path))[0];
}

function isMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, index) => (part.startsWith('{') ? segments[index] !== '' : part === segments[index]));
}

function holesIn(path: string): number {
  return path.split('{').length - 1;
}

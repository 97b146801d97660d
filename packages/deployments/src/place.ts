/** A file that was read, under the name that it has in its repository: relative, with `/`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A place in a file. */
export interface Place {
  readonly file: TextFile;
  readonly offset: number;
}

/** The line of a place, from 1 on. */
export function lineOf({ file, offset }: Place): number {
  let line = 1;
  for (let at = file.text.indexOf('\n'); at !== -1 && at < offset; at = file.text.indexOf('\n', at + 1)) line += 1;
  return line;
}

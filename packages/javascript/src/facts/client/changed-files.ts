import type { Program } from '../../program/program.ts';
import { concern, type Concern } from './concern.ts';

/**
 * What the files that change with a finding say to that.
 *
 * @param home the path of the file that has the finding
 * @param elsewhere the paths of the others
 */
export function* changedFileConcerns(program: Program, home: string, elsewhere: readonly string[]): Generator<Concern> {
  for (const path of elsewhere.length > 0 ? [home, ...elsewhere] : []) {
    const fixed = program.fixedBecause(path);
    if (fixed !== undefined) yield concern('file-fixed', `\`${path}\` ${fixed}`);
  }
  for (const path of [home, ...elsewhere]) {
    const doubt = program.doubtOf(path);
    if (doubt !== undefined) yield concern('file-doubtful', doubt);
  }
}

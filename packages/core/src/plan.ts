import { isSameEdit, type TextEdit } from './edit.ts';
import { sortFindings, type Finding, type Grade } from './finding.ts';
import { rangesCollide } from './text-range.ts';

/** What one pass applies: the edits of `planned`, each once. `deferred` collided with them and waits for the next pass. */
export interface Plan {
  readonly edits: readonly TextEdit[];
  readonly planned: readonly Finding[];
  readonly deferred: readonly Finding[];
}

/**
 * Chooses the edits of the findings of one grade that can be applied together. Findings are taken in the order of the
 * text, each with all of its edits or none; equal edits of several findings are applied once. Findings of several files
 * may be given together when their edits name the files.
 */
export function planEdits(findings: readonly Finding[], grade: Grade): Plan {
  const edits: TextEdit[] = [];
  const planned: Finding[] = [];
  const deferred: Finding[] = [];
  for (const finding of sortFindings(findings)) {
    if (finding.grade !== grade || finding.edits.length === 0) continue;
    const fresh = finding.edits.filter((edit) => !edits.some((accepted) => isSameEdit(accepted, edit)));
    const collides = fresh.some((edit) =>
      edits.some((accepted) => accepted.path === edit.path && rangesCollide(accepted.range, edit.range)),
    );
    if (collides) deferred.push(finding);
    else {
      edits.push(...fresh);
      planned.push(finding);
    }
  }
  return { edits, planned, deferred };
}

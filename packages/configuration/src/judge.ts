import { createCoverage } from './coverage.ts';
import type { Obstacle } from './obstacle.ts';
import type { TextSurvey } from './setting.ts';
import { mentionsOf } from './variable-name.ts';

/** A text that was surveyed. */
export interface SurveyedText {
  readonly path: string;
  readonly text: string;
  readonly survey: TextSurvey;
  /** Why nothing in this file can be changed; absent when it can be. */
  readonly obstacle?: Obstacle;
}

/** What another file says of a variable: it reads it, or it may. */
export type Witness =
  | { readonly kind: 'reads'; readonly name: string }
  | { readonly kind: 'may-read'; readonly name: string; readonly obstacle: Obstacle };

/** Whether anything still reads a variable. */
export type Verdict =
  { readonly kind: 'unread' } | { readonly kind: 'uncertain'; readonly obstacle: Obstacle } | { readonly kind: 'read' };

/** Judges variables by all that mention them. In doubt a variable counts as read. */
export function judge(
  names: ReadonlySet<string>,
  texts: readonly SurveyedText[],
  witnesses: readonly Witness[],
): ReadonlyMap<string, Verdict> {
  const all = [...witnesses, ...texts.flatMap((text) => witnessesIn(text, names))];
  return new Map([...names].map((name) => [name, verdictOf(all.filter((witness) => witness.name === name))]));
}

function verdictOf(witnesses: readonly Witness[]): Verdict {
  if (witnesses.some(({ kind }) => kind === 'reads')) return { kind: 'read' };
  const possible = witnesses.find((witness) => witness.kind === 'may-read');
  return possible ? { kind: 'uncertain', obstacle: possible.obstacle } : { kind: 'unread' };
}

/** A mention outside of the settings and the comments, as in `${NAME}`, passes the variable on or uses it. */
function witnessesIn({ path, text, survey }: SurveyedText, names: ReadonlySet<string>): readonly Witness[] {
  const isComment = createCoverage(survey.comments);
  const isOwn = new Map(
    [...names].map((name) => [
      name,
      createCoverage(survey.settings.filter((setting) => setting.name === name).map(({ extent }) => extent)),
    ]),
  );
  const strays = mentionsOf(text, names).filter(({ name, offset }) => {
    const range = { start: offset, end: offset + name.length };
    return isOwn.get(name)?.(range) !== true && !isComment(range) && !isOfWorkflow(text, offset);
  });
  const unclear = survey.settings.filter(({ obstacle }) => obstacle?.reason === 'unparsable');
  const used = [...new Set([...strays, ...unclear].map(({ name }) => name))].map((name) => {
    return { name, obstacle: { reason: 'used' as const, detail: path } };
  });
  return [...survey.uses, ...used].map((use) => ({ kind: 'may-read', ...use }));
}

/** `secrets.NAME` and `vars.NAME` are no variables of the environment. */
function isOfWorkflow(text: string, offset: number): boolean {
  return /\b(?:secrets|vars)\.$/.test(text.slice(Math.max(0, offset - 10), offset));
}

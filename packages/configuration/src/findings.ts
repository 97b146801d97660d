import { applyEdits, rangesCollide, sortFindings, type Finding, type TextEdit } from '@azure-openai-v1/core';
import type { SurveyedText, Verdict } from './judge.ts';
import { describeObstacle, isDoubt, type Obstacle } from './obstacle.ts';
import { findingOf } from './rule.ts';
import { freedSecrets } from './secret.ts';
import type { Removal, Setting } from './setting.ts';

/** The findings of one text, with the edits that take settings out. */
export interface TextFindings extends SurveyedText {
  readonly findings: readonly Finding[];
  /** The settings that the edits take out. */
  readonly removed: readonly Setting[];
}

/**
 * Says what is to be done in each text about variables that are read no more.
 *
 * @param lost the variables that the migrated code read before; of others only what can be taken out is reported, since
 *   nobody would know for how long the rest has been there
 */
export function findInTexts(
  texts: readonly SurveyedText[],
  verdicts: ReadonlyMap<string, Verdict>,
  lost: ReadonlySet<string>,
): readonly TextFindings[] {
  const planned = texts.map((text) => ({ text, removals: removalsIn(text, verdicts) }));
  const gone = planned.map(({ text, removals }) => ({ text, settings: settingsOf(removals) }));
  return planned.map(({ text, removals }) => {
    const secretsOf = (setting: Setting) => freedSecrets(text.text, setting, gone);
    const findings = [
      ...removals.flatMap((removal) =>
        removal.settings.map((setting) => removedFinding(setting, removal, secretsOf(setting))),
      ),
      ...staying(text, verdicts),
    ].filter(({ edits, data }) => edits.length > 0 || lost.has(data['name'] ?? ''));
    return { ...text, findings: sortFindings(findings).slice(0, mostSettings), removed: settingsOf(removals) };
  });
}

/** A file that sets variables more often is none that a person wrote, and each takes a look at the whole file. */
const mostSettings = 100;

/** What is taken out, with the proof that the text then says all the rest. */
function removalsIn(
  { text, survey, obstacle }: SurveyedText,
  verdicts: ReadonlyMap<string, Verdict>,
): readonly Removal[] {
  const settings = survey.settings.filter(
    (setting) => !setting.obstacle && verdicts.get(setting.name)?.kind === 'unread',
  );
  const hindrance = obstacle ?? (settings.length > mostSettings ? { reason: 'many' as const } : undefined);
  if (hindrance) return settings.map((setting) => ({ settings: [setting], edits: [], obstacle: hindrance }));
  const removals = survey.remove(settings).map((removal): Removal => {
    const isExact = removal.obstacle !== undefined || survey.isExact(applyEdits(text, removal.edits), removal.settings);
    return isExact ? removal : { ...removal, edits: [], obstacle: { reason: 'check' } };
  });
  const edits = removals.flatMap((removal) => removal.edits);
  const together = !collide(edits) && survey.isExact(applyEdits(text, edits), settingsOf(removals));
  return together ? removals : removals.map((removal) => ({ ...removal, edits: [], obstacle: { reason: 'check' } }));
}

function collide(edits: readonly TextEdit[]): boolean {
  return edits.some((edit, index) => edits.slice(index + 1).some((other) => rangesCollide(edit.range, other.range)));
}

function settingsOf(removals: readonly Removal[]): readonly Setting[] {
  return removals.flatMap(({ settings, obstacle }) => (obstacle ? [] : settings));
}

function removedFinding({ name, range }: Setting, { edits, obstacle }: Removal, secrets: readonly string[]): Finding {
  if (obstacle) return findingOf({ messageId: 'left', range, data: { name, reason: describeObstacle(obstacle) } });
  if (secrets.length === 0) return findingOf({ messageId: 'unread', range, data: { name }, edits });
  const words = secrets.map((secret) => `\`${secret}\``).join(' and ');
  return findingOf({ messageId: 'secret', range, data: { name, secrets: words }, edits });
}

/** Settings that cannot be taken out, or of which it is not certain that nothing reads them. */
function staying({ survey }: SurveyedText, verdicts: ReadonlyMap<string, Verdict>): readonly Finding[] {
  return survey.settings.flatMap(({ name, range, isActive, obstacle }) => {
    const verdict = verdicts.get(name);
    if (verdict === undefined || verdict.kind === 'read') return [];
    const doubt =
      obstacle && isDoubt(obstacle) ? obstacle : verdict.kind === 'uncertain' ? verdict.obstacle : undefined;
    if (doubt) return isActive ? [say('kept', name, range, doubt)] : [];
    return obstacle ? [say('left', name, range, obstacle)] : [];
  });
}

function say(messageId: 'kept' | 'left', name: string, range: Setting['range'], obstacle: Obstacle): Finding {
  return findingOf({ messageId, range, data: { name, reason: describeObstacle(obstacle) } });
}

import type { SurveyedText } from './judge.ts';
import type { Setting } from './setting.ts';

/** A text and the settings that are taken out of it. */
interface Loss {
  readonly text: SurveyedText;
  readonly settings: readonly Setting[];
}

const secret = /\b(?:secrets|vars)\.[A-Za-z_]\w*/g;

/** The secrets and variables of GitHub that a setting uses and that nothing uses once the settings are gone. */
export function freedSecrets(text: string, { extent }: Setting, losses: readonly Loss[]): readonly string[] {
  const own = new Set(text.slice(extent.start, extent.end).match(secret) ?? []);
  return [...own].filter((name) => losses.every((loss) => !usesElsewhere(loss, name)));
}

function usesElsewhere({ text: { text }, settings }: Loss, name: string): boolean {
  return [...text.matchAll(secret)].some(
    ({ 0: found, index }) =>
      found === name && !settings.some(({ extent }) => extent.start <= index && index < extent.end),
  );
}

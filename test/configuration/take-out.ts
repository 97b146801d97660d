import {
  findInTexts,
  judge,
  roleOf,
  surveyText,
  type ConfigurationKind,
  type SurveyedText,
  type Witness,
} from '@azure-openai-v1/configuration';
import { applyEdits, planEdits, type Finding } from '@azure-openai-v1/core';

/** The variable that most cases are about. */
export const version = 'AZURE_OPENAI_API_VERSION';

/** What the rule says of some texts, and what becomes of the first. */
export interface TakenOut {
  /** The first text without what the edits take out; undefined where nothing changes. */
  readonly after: string | undefined;
  /** The findings of all texts, each as the place, the message and the reason. */
  readonly said: readonly string[];
  readonly findings: readonly Finding[];
}

/** Takes variables that were read before out of texts, each under its path. */
export function takeOut(
  texts: Readonly<Record<string, string>>,
  names: readonly string[] = [version],
  witnesses: readonly Witness[] = [],
): TakenOut {
  const lost = new Set(names);
  const surveyed = Object.entries(texts).map(([path, text]): SurveyedText => {
    // The paths of the cases are all of a kind that is surveyed.
    return { path, text, survey: surveyText(roleOf(path) as ConfigurationKind, path, text, lost) };
  });
  const found = findInTexts(surveyed, judge(lost, surveyed, witnesses), lost);
  const [first] = found;
  const edits = planEdits(first?.findings ?? [], 'review').edits;
  return {
    after: first && edits.length > 0 ? applyEdits(first.text, edits) : undefined,
    findings: found.flatMap(({ findings }) => findings),
    said: found.flatMap(({ text, findings }) => findings.map((finding) => describe(text, finding))),
  };
}

function describe(text: string, { range, messageId, data, grade }: Finding): string {
  const line = text.slice(0, range.start).split(/\r\n|\n|\r/).length;
  const reason = data['reason'] ?? data['secrets'];
  return `${String(line)} ${text.slice(range.start, range.end)} ${grade} ${messageId}${reason === undefined ? '' : `: ${reason}`}`;
}

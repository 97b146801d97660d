import { canonicalJson, type JsonObject } from './json.ts';

const unsafe = '[content-filter]';
const calm = { filtered: false, severity: 'safe' };

/** What the filter says of a harmless answer. */
export const completionFilter: JsonObject = { hate: calm, self_harm: calm, sexual: calm, violence: calm };

/** What the filter says of a harmless prompt. */
export const promptFilter: JsonObject = { ...completionFilter, jailbreak: { filtered: false, detected: false } };

/** What the filter says of a prompt that it stops. */
export const stoppedPrompt: JsonObject = { ...promptFilter, violence: { filtered: true, severity: 'high' } };

/** The note on a prompt that chat completions and completions begin with. */
export const promptFilterResults: readonly JsonObject[] = [{ prompt_index: 0, content_filter_results: promptFilter }];

/** Whether a body holds the words that stand for a harmful prompt. */
export function isStopped(body: JsonObject): boolean {
  return canonicalJson(body).includes(unsafe);
}

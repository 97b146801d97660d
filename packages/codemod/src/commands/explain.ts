import { configurationRules } from '@azure-openai-v1/configuration';
import type { RuleWords } from '@azure-openai-v1/core';
import { rules as codeRules } from '@azure-openai-v1/javascript';
import { readRulePage } from '../project/rule-page.ts';
import type { Terminal } from '../project/terminal.ts';
import { UsageError } from '../project/usage-error.ts';
import { renderPage, renderRuleList } from '../render/explain.ts';
import { nearestName } from '../render/nearest-name.ts';

/** Prints the page of a rule, or the list of rules. Answers with the exit code. */
export async function explain(
  name: string | undefined,
  terminal: Terminal,
  rules: readonly RuleWords[] = [...codeRules, ...configurationRules],
): Promise<number> {
  if (name === undefined) {
    terminal.print(renderRuleList(rules, terminal.colour));
    return 0;
  }
  if (!rules.some(({ id }) => id === name)) {
    const names = rules.map(({ id }) => id);
    const near = nearestName(name, names);
    const advice = near === undefined ? `Rules: ${names.join(', ')}` : `Did you mean ${near}`;
    throw new UsageError(`There is no rule ${JSON.stringify(name)}. ${advice}.`);
  }
  terminal.print(renderPage(await readRulePage(name), terminal.colour));
  return 0;
}

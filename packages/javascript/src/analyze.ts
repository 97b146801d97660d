import { sortFindings, type Finding } from '@azure-openai-v1/core';
import { collectFacts } from './facts/module-facts.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { Problem, Rule } from './rules/define-rule.ts';
import type { SourceModule } from './source-module.ts';

/** Says what is wrong in one module and how to mend it: a pure function of its arguments. */
export function analyze(module: SourceModule, rules: readonly Rule[], project: ProjectFacts): readonly Finding[] {
  const facts = collectFacts(module, project);
  return sortFindings(rules.flatMap((rule) => [...rule.check(facts)].map((problem) => toFinding(rule, problem))));
}

function toFinding(rule: Rule, { range, messageId, data = {}, grade, edits = [] }: Problem): Finding {
  const template = rule.messages[messageId];
  if (template === undefined) throw new Error(`The rule ${rule.id} has no message ${messageId}`);
  const message = template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '');
  return { rule: rule.id, messageId, data, message, grade, range, edits };
}

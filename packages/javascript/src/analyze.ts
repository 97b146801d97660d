import { sortFindings, type Finding } from '@azure-openai-v1/core';
import { losesComment } from './edits/lost-comment.ts';
import { collectFacts } from './facts/module-facts.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { Problem, Rule } from './rules/define-rule.ts';
import type { SourceModule } from './source-module.ts';

/** Says what is wrong in one module and how to mend it: a pure function of its arguments. */
export function analyze(module: SourceModule, rules: readonly Rule[], project: ProjectFacts): readonly Finding[] {
  const facts = collectFacts(module, project);
  return sortFindings(
    rules.flatMap((rule) => [...rule.check(facts)].map((problem) => toFinding(module, rule, problem))),
  );
}

function toFinding(module: SourceModule, rule: Rule, problem: Problem): Finding {
  const { range, messageId, data = {}, grade, edits = [] } = problem;
  const template = rule.messages[messageId];
  if (template === undefined) throw new Error(`The rule ${rule.id} has no message ${messageId}`);
  const message = template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '');
  // What people wrote may explain, forbid or qualify the code that goes, so somebody has to read it.
  const isCommented =
    grade === 'safe' &&
    losesComment(
      module,
      edits.filter(({ path }) => path === undefined),
    );
  return { rule: rule.id, messageId, data, message, grade: isCommented ? 'review' : grade, range, edits };
}

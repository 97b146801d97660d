import type { Finding, TextEdit } from '@azure-openai-v1/core';
import { analyze, mayConcern, type ProjectFacts, type Rule, type SourceModule } from '@azure-openai-v1/javascript';
import type { TSESLint } from '@typescript-eslint/utils';
import { projectFactsOf } from './project-facts.ts';
import { readProjectSettings } from './project-settings.ts';

/** What the plugin says of a rule beside its messages. */
export interface RuleDocs {
  readonly description: string;
  readonly recommended: boolean;
  readonly url: string;
}

/**
 * A rule of the plugin; it has no options, the settings say what the project knows. The types are wide enough for those
 * of ESLint 9, ESLint 10 and typescript-eslint.
 */
export interface PluginRule {
  readonly meta: {
    readonly type: 'suggestion';
    readonly docs: RuleDocs;
    readonly fixable?: 'code';
    readonly hasSuggestions: boolean;
    readonly messages: Record<string, string>;
    readonly schema: [];
  };
  create(context: object): Record<string, (node: object) => void>;
}

const suggestionId = 'applyAndReview';
const suggestion = 'Rewrite it, then review: behaviour, a comment or a name could change.';

/** Gives a rule to ESLint: a safe finding has a fix, one to review has a suggestion, a manual one has only its message. */
export function toEslintRule(rule: Rule, url: string): PluginRule {
  return {
    meta: {
      type: 'suggestion',
      docs: { description: rule.description, recommended: rule.recommended, url },
      ...(rule.bestGrade === 'safe' && { fixable: 'code' as const }),
      hasSuggestions: rule.bestGrade !== 'manual',
      messages: { ...rule.messages, [suggestionId]: suggestion },
      schema: [],
    },
    create(context: Readonly<TSESLint.RuleContext<string, []>>) {
      if (!mayConcern(context.sourceCode.text)) return {};
      return {
        Program() {
          const module = readModule(context);
          if (module === undefined) return;
          for (const finding of analyze(module, [rule], readProject(context))) {
            context.report(toDescriptor(finding, context.sourceCode));
          }
        },
      };
    },
  };
}

const projects = new WeakMap<TSESLint.SourceCode['ast'], ProjectFacts>();

/** Files are looked at once for all rules. Some hosts have one `sourceCode` for all files, but none has one tree. */
function readProject({
  sourceCode,
  settings,
  filename,
  cwd,
}: Readonly<TSESLint.RuleContext<string, []>>): ProjectFacts {
  const project = projects.get(sourceCode.ast) ?? projectFactsOf(readProjectSettings(settings), filename, cwd);
  projects.set(sourceCode.ast, project);
  return project;
}

/** Takes the tree and the scopes that ESLint has; a parser without scopes gives no module. */
function readModule(context: Readonly<TSESLint.RuleContext<string, []>>): SourceModule | undefined {
  const { text, ast, scopeManager } = context.sourceCode;
  return scopeManager ? { path: context.filename, text, ast, scopes: scopeManager } : undefined;
}

function toDescriptor(finding: Finding, source: TSESLint.SourceCode): TSESLint.ReportDescriptor<string> {
  const { messageId, data, range, grade, edits } = finding;
  const loc = { start: source.getLocFromIndex(range.start), end: source.getLocFromIndex(range.end) };
  const fix = (fixer: TSESLint.RuleFixer) => edits.map((edit) => toFix(edit, fixer));
  const report = { messageId, data, loc };
  if (grade === 'safe') return { ...report, fix };
  return grade === 'review' ? { ...report, suggest: [{ messageId: suggestionId, fix }] } : report;
}

function toFix({ range, text }: TextEdit, fixer: TSESLint.RuleFixer): TSESLint.RuleFix {
  return fixer.replaceTextRange([range.start, range.end], text);
}

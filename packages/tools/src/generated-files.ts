import { comparisonPage } from './comparison-page.ts';
import { knowledgePage } from './knowledge-page.ts';
import { replaceMarkedSection } from './marked-section.ts';
import { ruleHeader, rulesTable, type DocumentedRule } from './rule-documentation.ts';
import { wireSection } from './wire-section.ts';

/** What a generated file should be: its text, or why that cannot be said. */
type Rendering =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'problem'; readonly problem: string };

/** A file that is generated whole or in part; `render` takes its present text. */
export interface GeneratedFile {
  readonly path: string;
  render(present: string | undefined): Rendering;
}

/** Every generated file of the workspace, for these rules. */
export function generatedFiles(rules: readonly DocumentedRule[]): readonly GeneratedFile[] {
  return [
    { path: 'docs/comparison.md', render: () => ({ kind: 'text', text: comparisonPage() }) },
    { path: 'docs/knowledge.md', render: () => ({ kind: 'text', text: knowledgePage() }) },
    section('README.md', 'rules', rulesTable(rules)),
    ...rules.map(rulePage),
  ];
}

/** The rule pages among these file names that belong to no rule. */
export function orphanPages(names: readonly string[], rules: readonly DocumentedRule[]): readonly string[] {
  const pages = new Set(rules.map(({ id }) => `${id}.md`));
  return names.filter((name) => name.endsWith('.md') && !pages.has(name));
}

function rulePage(rule: DocumentedRule): GeneratedFile {
  const path = `docs/rules/${rule.id}.md`;
  return {
    path,
    render(present) {
      const wire = wireSection(rule);
      if (wire === undefined) return { kind: 'problem', problem: 'needs a row in packages/tools/src/wire-section.ts' };
      const head = section(path, 'header', ruleHeader(rule)).render(present);
      return head.kind === 'problem' ? head : section(path, 'wire', wire).render(head.text);
    },
  };
}

function section(path: string, name: string, content: string): GeneratedFile {
  return {
    path,
    render(present) {
      if (present === undefined) return { kind: 'problem', problem: 'does not exist yet' };
      const text = replaceMarkedSection(present, name, content);
      if (text !== undefined) return { kind: 'text', text };
      return { kind: 'problem', problem: `needs <!-- ${name}:start --> and <!-- ${name}:end -->, once each` };
    },
  };
}

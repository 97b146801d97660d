export { analyze } from './analyze.ts';
export { linkSummaries, type ClientImporters } from './link.ts';
export { mayConcern, needles } from './prefilter.ts';
export { unknownProject, type ProjectFacts } from './project-facts.ts';
export type { Rule } from './rules/define-rule.ts';
export { rules } from './rules/index.ts';
export { summarize, type ModuleSummary } from './summary.ts';
export { sourceExtensions, type SourceModule } from './source-module.ts';

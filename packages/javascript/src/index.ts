export { analyze } from './analyze.ts';
export { mayConcern, needles } from './prefilter.ts';
export { joinProgram, type Importers, type Program } from './program/program.ts';
export { unknownProject, type ProjectFacts } from './project-facts.ts';
export type { Rule } from './rules/define-rule.ts';
export { rules } from './rules/index.ts';
export { sourceExtensions, type SourceModule } from './source-module.ts';

export { analyze } from './analyze.ts';
export { describeBreakingChanges } from './facts/sdk/breaking-changes.ts';
export { loadsPackage } from './facts/sdk/loads-package.ts';
export { mayConcern, needles } from './prefilter.ts';
export { joinProgram, type Importers, type Program } from './program/program.ts';
export { unknownProject, type ProjectFacts, type SdkBump } from './project-facts.ts';
export type { Rule } from './rules/define-rule.ts';
export { rules } from './rules/index.ts';
export { sourceExtensions, type SourceModule } from './source-module.ts';

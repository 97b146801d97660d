import type { Rule } from './define-rule.ts';

/** All rules, in the order of their documentation. */
export const rules: readonly Rule[] = [];

import type { DeploymentOptions } from '../project/deployments/stated-deployments.ts';
import type { WantedGrades } from '../project/plan-source.ts';

/** The formats that a report can have. */
export const formats = ['pretty', 'json'] as const;

/** What `migrate` and `check` are asked for. */
export interface Request extends DeploymentOptions {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  /** The file that the report goes to instead of standard output. */
  readonly output: string | undefined;
}

/** What `migrate` is asked for besides. */
export interface MigrateRequest extends Request {
  readonly write: boolean;
  readonly includeReview: boolean;
  /** A declared version of `openai` that is too old may be raised. */
  readonly bump: boolean;
}

/** What is asked for one text that comes through standard input. */
export interface InputRequest extends Omit<MigrateRequest, 'bump' | 'paths' | 'write'> {
  /** The name that the text would have as a file. */
  readonly name: string;
}

/** The grades of the edits that a request applies. */
export function wantedGrades({ includeReview }: Pick<MigrateRequest, 'includeReview'>): WantedGrades {
  return includeReview ? ['safe', 'review'] : ['safe'];
}

import type { Scenario } from '@azure-openai-v1/wire';
import type { ClientPlan } from './client-plan.ts';
import type { RequestPlan } from './request-plan.ts';
import type { SdkVersion } from '../sdk-majors.ts';

/** A program as data: everything that `writeProgram` needs to write its text. */
export interface ProgramPlan {
  readonly sdk: SdkVersion;
  /** False where the codemod is not told the version of `openai`. */
  readonly isVersionKnown: boolean;
  readonly scenario: Scenario;
  readonly language: 'js' | 'ts';
  readonly modules: 'cjs' | 'esm';
  readonly style: StylePlan;
  /** What all clients of the program present: the SDK refuses a key in the environment beside a provider. */
  readonly credential: 'key' | 'provider';
  readonly importForm: ImportForm;
  readonly clash: Clash;
  readonly parts: readonly PartPlan[];
  readonly environment: EnvironmentPlan;
  /** What the codemod is told of the models behind the deployments, and the server runs. */
  readonly deployments: Readonly<Record<string, string>>;
}

/** How the text is laid out. */
export interface StylePlan {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  readonly layout: 'lines' | 'one-line';
}

/** How the class comes into the file; in a CommonJS file each form has its counterpart with `require`. */
export const importForms = ['named', 'renamed', 'namespace', 'beside-default', 'among-others', 'subpath'] as const;
/** One of `importForms`. */
export type ImportForm = (typeof importForms)[number];

/** A name of the file that the migrated text would like to have for itself. */
export const clashes = ['none', 'const-openai', 'function-openai', 'type-openai', 'shadowed-url'] as const;
/** One of `clashes`. */
export type Clash = (typeof clashes)[number];

/** A client with its calls, or a request that is written by hand. */
export type PartPlan = ClientPlan | RequestPlan;

/** What the environment of the program holds. */
export interface EnvironmentPlan {
  readonly endpointEnd: '' | '/';
  readonly deployment: 'empty' | 'set' | 'unset';
  readonly hasPublicKey: boolean;
  readonly hasOrganization: boolean;
  /** White space around the key, as some secret stores leave it. */
  readonly keyEnd: '' | '\n';
}

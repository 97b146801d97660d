import type { Report } from '@azure-openai-v1/core';
import { describeBreakingChanges, type ProjectFacts, type SdkBump } from '@azure-openai-v1/javascript';
import { parseModule } from '@azure-openai-v1/javascript/parse';
import { functionApiKeySince } from '@azure-openai-v1/knowledge';
import { basename, resolve } from 'node:path';
import semver from 'semver';
import type { Source } from '../read-source.ts';
import { reportPath } from '../report-path.ts';
import { warn, type Terminal } from '../terminal.ts';
import { planBump, type BumpPlan } from './bump/plan-bump.ts';
import { staleInstallation } from './bump/stale-installation.ts';
import { createFolders } from './folder.ts';
import { importNotes } from './import-notes.ts';
import { createSdkLookup, type SdkLookup } from './sdk-lookup.ts';
import type { SdkPackage, SdkVersion } from './sdk-package.ts';

/** What is known of the `openai` package that a file runs with. */
export type SdkFacts = Pick<ProjectFacts, 'openaiVersion' | 'openaiVersionFound' | 'bump' | 'bumpObstacle'>;

/** What is known of the packages that files use, over a whole run. */
export interface SdkProject {
  /** @param changed the paths of files that this run has changed already */
  factsOf(source: Pick<Source, 'absolute'>, changed?: ReadonlySet<string>): SdkFacts;
  /** What a person has to do about packages after the run that a report is of. */
  notes(report: Report): readonly string[];
}

/** Prepares what is known of the packages of files. With `wantsBump`, a version that is too old may be raised. */
export function createSdkProject(sources: readonly Source[], terminal: Terminal, wantsBump: boolean): SdkProject {
  const foldersUpwards = createFolders((line) => {
    warn(terminal, line);
  });
  const lookup = createSdkLookup(foldersUpwards);
  const bumps = new Bumps(sources, terminal.cwd, lookup);
  return {
    factsOf({ absolute }, changed = new Set()) {
      const sdk = lookup(absolute);
      const version = sdk.version?.version;
      const isOld = version === undefined || semver.lt(version, functionApiKeySince);
      const raised = wantsBump && isOld ? bumps.factsOf(sdk) : {};
      if (raised.bump?.edit && changed.has(raised.bump.edit.path)) return { openaiVersion: raised.bump.to };
      const found = sdk.version && { openaiVersionFound: describeVersion(sdk.version, terminal.cwd) };
      return { openaiVersion: version, ...found, ...raised };
    },
    notes: (report) => [...bumps.notes(report), ...importNotes(sources, foldersUpwards, terminal.cwd)],
  };
}

function describeVersion({ version, from, file }: SdkVersion, cwd: string): string {
  if (from === 'installed') return `${version} is installed`;
  return from === 'lockfile' ? `${basename(file)} has ${version}` : `${reportPath(cwd, file)} admits ${version}`;
}

/** The bumps of a run, each worked out once. */
class Bumps {
  readonly #sources: readonly Source[];
  readonly #cwd: string;
  readonly #lookup: SdkLookup;
  readonly #plans = new Map<SdkPackage, BumpPlan>();
  readonly #used = new Map<string, SdkBump['usedElsewhere']>();

  constructor(sources: readonly Source[], cwd: string, lookup: SdkLookup) {
    this.#sources = sources;
    this.#cwd = cwd;
    this.#lookup = lookup;
  }

  factsOf(sdk: SdkPackage): Pick<SdkFacts, 'bump' | 'bumpObstacle'> {
    const plan = this.#plans.get(sdk) ?? planBump(sdk, this.#cwd);
    this.#plans.set(sdk, plan);
    if (plan.kind === 'impossible') return { bumpObstacle: plan.reason };
    const { to, crossesMajor, edit, change } = plan;
    const usedElsewhere = crossesMajor ? this.#usedBeside(sdk) : new Map<string, readonly string[]>();
    return { bump: { to, crossesMajor, change, usedElsewhere, ...(edit && { edit }) } };
  }

  notes(report: Report): readonly string[] {
    const changed = new Set(report.files.flatMap(({ path, change }) => (change ? [path] : [])));
    const packages = new Set([...changed].map((path) => this.#lookup(resolve(this.#cwd, path))));
    const lines = [...this.#plans].flatMap(([sdk, plan]) => {
      if (plan.kind === 'impossible') return [];
      const isUsed = plan.edit ? changed.has(plan.edit.path) : packages.has(sdk);
      return isUsed ? staleInstallation(sdk, plan.to, this.#cwd) : [];
    });
    return [...new Set(lines)];
  }

  /** What the files that share one declaration use of what a new major changes. */
  #usedBeside({ declaration }: SdkPackage): SdkBump['usedElsewhere'] {
    const key = JSON.stringify([declaration?.literal?.path, declaration?.literal?.keys]);
    const known = this.#used.get(key);
    if (known) return known;
    const beside = this.#sources.filter(({ absolute }) => {
      const other = this.#lookup(absolute).declaration?.literal;
      return JSON.stringify([other?.path, other?.keys]) === key;
    });
    const used = new Map(beside.map(({ path, text }) => [path, usedIn(path, text)]));
    this.#used.set(key, used);
    return used;
  }
}

function usedIn(path: string, text: string): readonly string[] {
  try {
    const parsed = parseModule(path, text);
    return parsed.kind === 'parsed' ? describeBreakingChanges(parsed.module) : [];
  } catch {
    // The visit of this file meets the same defect and reports it.
    return [];
  }
}

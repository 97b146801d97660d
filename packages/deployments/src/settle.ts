import type { DeployedModel, DeploymentMap, StatedDeployment } from './stated-deployment.ts';

/** Statements of equal rank. */
export interface Level {
  readonly statements: readonly StatedDeployment[];
  /** Whether they are facts, or what holds unless somebody chooses otherwise. */
  readonly isCertain: boolean;
}

/** Two places of equal rank that say different things of one deployment. */
export interface Dispute {
  readonly name: string;
  readonly first: StatedDeployment;
  readonly second: StatedDeployment;
}

/** What is known of deployments, and what is not because sources contradict each other. */
export interface Settlement {
  readonly deployments: DeploymentMap;
  readonly disputes: readonly Dispute[];
}

/** Decides which statement counts for each deployment: the first level that names it, when that agrees with itself. */
export function settle(levels: readonly Level[]): Settlement {
  const deployments = new Map<string, DeployedModel>();
  const disputes: Dispute[] = [];
  for (const { statements, isCertain } of levels) {
    for (const [name, [first, ...others]] of byName(statements)) {
      if (first === undefined || deployments.has(name)) continue;
      const second = others.find(({ model }) => model.toLowerCase() !== first.model.toLowerCase());
      if (second) disputes.push({ name, first, second });
      const { model, source } = first;
      deployments.set(name, second ? { kind: 'disputed' } : { kind: isCertain ? 'known' : 'assumed', model, source });
    }
  }
  return { deployments, disputes };
}

function byName(statements: readonly StatedDeployment[]): ReadonlyMap<string, readonly StatedDeployment[]> {
  const groups = new Map<string, StatedDeployment[]>();
  for (const statement of statements) {
    const group = groups.get(statement.name) ?? [];
    groups.set(statement.name, group);
    group.push(statement);
  }
  return groups;
}

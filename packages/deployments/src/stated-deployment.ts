/** What one place says of a deployment. */
export interface StatedDeployment {
  readonly name: string;
  readonly model: string;
  /** The place, in words that a message can show. */
  readonly source: string;
}

/** What is known of the model that a deployment runs. */
export type DeployedModel =
  /** Somebody says so; `source` is where. */
  | { readonly kind: 'known'; readonly model: string; readonly source: string }
  /** A default says so, and whoever deploys may choose another. */
  | { readonly kind: 'assumed'; readonly model: string; readonly source: string }
  /** Two places of equal rank say different things. */
  | { readonly kind: 'disputed' };

/** What is known of deployments, by their names. */
export type DeploymentMap = ReadonlyMap<string, DeployedModel>;

import type { ModelStanding } from '../facts/model/model-standing.ts';

/** Says in brackets which model a deployment runs and who says so; empty where its name is the model's. */
export function originOf({ origin }: ModelStanding): string {
  return origin ? ` (\`${origin.model}\`, says \`${origin.source}\`)` : '';
}

/** Says why a name may be that of a reasoning model. */
export function likenessOf({ origin }: ModelStanding): string {
  if (!origin) return 'sounds like a reasoning model';
  const place = origin.isDefault ? `by the default in \`${origin.source}\`` : `says \`${origin.source}\``;
  return `may run a reasoning model (\`${origin.model}\`, ${place})`;
}

export {
  configurationKeys,
  configurationNames,
  readConfiguration,
  type ConfigurationFault,
  type ConfigurationReading,
  type ListedDeployment,
} from './configuration.ts';
export { readDeploymentList, type DeploymentListReading } from './deployment-list.ts';
export type { FoundDeployment } from './infrastructure/found-deployment.ts';
export { nearestTo } from './infrastructure/nearest.ts';
export { readInfrastructure } from './infrastructure/read-infrastructure.ts';
export { readJson, type JsonReading } from './json.ts';
export { lineOf, type TextFile } from './place.ts';
export { settle, type Dispute, type Level, type Settlement } from './settle.ts';
export type { DeployedModel, DeploymentMap, StatedDeployment } from './stated-deployment.ts';
export { entryOf, type Value } from './value.ts';

import type { TextFile } from '../place.ts';
import { readArm } from './arm.ts';
import { readBicep } from './bicep.ts';
import type { FoundDeployment } from './found-deployment.ts';
import { readBicepParameters, readJsonParameters } from './parameter-file.ts';
import { Resolver } from './scope.ts';
import { readTerraform } from './terraform.ts';

/**
 * Finds the deployments that the Bicep, Terraform and ARM files of one repository make. Only what is written out counts;
 * what depends on how somebody deploys is not certain or absent. No file can make it fail.
 */
export function readInfrastructure(files: readonly TextFile[]): readonly FoundDeployment[] {
  const having = (...endings: readonly string[]) =>
    files.filter(({ path }) => endings.some((ending) => path.endsWith(ending)));
  const json = having('.json');
  const parameters = [
    ...having('.bicepparam').map(readBicepParameters),
    ...json.map(readJsonParameters).filter((file) => file !== undefined),
  ];
  const resolver = new Resolver();
  const found = [
    ...readBicep(having('.bicep'), parameters, resolver),
    ...readTerraform(having('.tf', '.tfvars'), resolver),
    ...readArm(json, parameters, resolver),
  ];
  const keys = new Set<string>();
  return found.filter(({ name, model, path, line, isCertain }) => {
    const key = JSON.stringify([name, model, path, line, isCertain]);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

import type { TextEdit } from '@azure-openai-v1/core';
import { functionApiKeySince, sdkNodeRequirements } from '@azure-openai-v1/knowledge';
import { lstatSync } from 'node:fs';
import semver from 'semver';
import { isInside, reportPath } from '../../report-path.ts';
import type { Literal } from '../literal.ts';
import type { Declaration } from '../manifest.ts';
import { findProjectNode } from '../node-version.ts';
import { readText } from '../read-text.ts';
import type { SdkDeclaration, SdkPackage } from '../sdk-package.ts';
import { lowestOf, readSpecifier } from '../specifier.ts';
import { editLiteral } from './edit-literal.ts';
import { raiseRange } from './raise-range.ts';

/** No file that declares a version is larger. */
const sizeLimit = 2 * 1024 * 1024;

/** What a newer `openai` takes, or why its declared range cannot be raised. */
export type BumpPlan =
  | {
      readonly kind: 'possible';
      /** The lowest version that the package has afterwards, once it is installed. */
      readonly to: string;
      readonly crossesMajor: boolean;
      /** Absent where the declared range is high enough and only what is installed or locked is not. */
      readonly edit: (TextEdit & { readonly path: string }) | undefined;
      /** A clause that says what changes. */
      readonly change: string;
    }
  | { readonly kind: 'impossible'; readonly reason: string };

/** Works out how `openai` comes to take a token provider as `apiKey`. Paths are written relative to `cwd`. */
export function planBump(sdk: SdkPackage, cwd: string): BumpPlan {
  const { declaration } = sdk;
  if (!declaration) return impossible('no package.json declares it');
  const obstacle = findObstacle(declaration, cwd);
  if (obstacle !== undefined) return impossible(obstacle);
  const { specifier, literal } = declaration;
  const current = sdk.version?.version;
  const lowest = specifier.kind === 'range' ? lowestOf(specifier.range) : undefined;
  if (specifier.kind !== 'range' || !literal || lowest === undefined || current === undefined) {
    return impossible('its declared range names no version that could be raised');
  }
  const isHighEnough = semver.gte(lowest, functionApiKeySince);
  const raised = isHighEnough ? { range: specifier.range, lowest } : raiseRange(specifier.range);
  if (!raised)
    return impossible(`\`${specifier.range}\` in ${reportPath(cwd, literal.path)} is a range of several parts`);
  const node = findNodeStanding(sdk, current, raised.lowest, cwd);
  if (node.kind === 'too-old') return impossible(node.reason);
  const crossesMajor = semver.major(current) < semver.major(raised.lowest);
  const written = isHighEnough
    ? { edit: undefined, change: `${current} gives way to \`${specifier.range}\`` }
    : writeRange(literal, `${specifier.prefix}${raised.range}`);
  if (!written) return impossible(`${reportPath(cwd, literal.path)} has it in a form that is not edited`);
  const path = reportPath(cwd, literal.path);
  const change = `${written.change} in ${path}${node.kind === 'unknown' ? `, which asks for Node.js ${node.wanted}` : ''}`;
  const edit = written.edit && { ...written.edit, path };
  return { kind: 'possible', to: raised.lowest, crossesMajor, edit, change };
}

function impossible(reason: string): BumpPlan {
  return { kind: 'impossible', reason };
}

function writeRange(literal: Literal, text: string) {
  const read = readText(literal.path, sizeLimit);
  const edit = read.kind === 'text' ? editLiteral(read.text, literal, text) : undefined;
  return edit && { edit, change: `\`${literal.text}\` becomes \`${text}\`` };
}

function findObstacle(declaration: SdkDeclaration, cwd: string): string | undefined {
  const { all, override, specifier, literal, manifest } = declaration;
  const path = reportPath(cwd, manifest.path);
  const isOwn = override?.isReference === true && override.path === literal?.path;
  if (override && !isOwn) return `${reportPath(cwd, override.path)} overrides its version`;
  if (!literal || specifier.kind === 'catalog') return 'the catalog that it names does not have it';
  if (specifier.kind === 'range' && specifier.prefix === 'patch:') return 'it is patched';
  if (all[0]?.field === 'peerDependencies') return `${path} declares it as a peer, which is a promise to others`;
  if (all.slice(1).some(isTooLow)) return `${path} declares it more than once`;
  if (!isInside(cwd, literal.path)) return 'the file that declares it lies outside of the folder of this call';
  const isFile = lstatSync(literal.path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? undefined : 'the file that declares it is a link';
}

function isTooLow({ text }: Declaration): boolean {
  const specifier = readSpecifier(text);
  return specifier.kind !== 'range' || semver.lt(lowestOf(specifier.range) ?? '0.0.0', functionApiKeySince);
}

type NodeStanding =
  | { readonly kind: 'same' }
  | { readonly kind: 'unknown'; readonly wanted: string }
  | { readonly kind: 'too-old'; readonly reason: string };

/** Tells whether the project may run on a Node.js that is too old for the new release and was not for the present one. */
function findNodeStanding(sdk: SdkPackage, from: string, to: string, cwd: string): NodeStanding {
  const wanted = nodeFor(to);
  if (wanted === undefined || wanted === nodeFor(from)) return { kind: 'same' };
  const major = String(semver.major(wanted));
  const present = findProjectNode(sdk.folders);
  if (!present) return { kind: 'unknown', wanted: major };
  if (semver.gte(present.version, wanted)) return { kind: 'same' };
  const path = reportPath(cwd, present.path);
  return { kind: 'too-old', reason: `openai ${to} asks for Node.js ${major}, and ${path} admits ${present.version}` };
}

function nodeFor(version: string): string | undefined {
  return sdkNodeRequirements.findLast(({ since }) => semver.gte(version, since))?.node;
}

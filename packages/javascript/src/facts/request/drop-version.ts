import type { TSESTree } from '@typescript-eslint/utils';
import { inFile } from '../../edits/combine.ts';
import { removeElements } from '../../edits/list-edits.ts';
import { removeStatement } from '../../edits/remove-statement.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { readApiVersion } from '../client/api-version.ts';
import { withoutVersion } from '../client/request-defaults.ts';
import type { UrlUse } from './find-request.ts';
import { requestConcern } from './request-concern.ts';
import type { RequestPart } from './request-part.ts';
import type { UrlSkeleton } from '../url-skeleton.ts';
import { readVersionParameter } from './version-parameter.ts';

/** Takes the version out of the query that a URL spells; undefined where there is none. */
export function dropFromUrl(skeleton: UrlSkeleton, queryStart: number): RequestPart | undefined {
  const parameter = readVersionParameter(skeleton, queryStart);
  if (!parameter) return undefined;
  const module = moduleOf(skeleton.node);
  const { concerns } = readApiVersion(module, parameter.value);
  return {
    edits: parameter.edit ? inFile(module, [parameter.edit]) : [],
    concerns: parameter.edit ? concerns : [requestConcern('operation')],
    removed: parameter.value ? [parameter.value] : [],
  };
}

/** Takes a statement away that adds the version to a URL. */
export function dropStatement({ statement, value }: UrlUse['queryCalls'][number]): RequestPart {
  const module = moduleOf(statement);
  const { concerns } = readApiVersion(module, value);
  return { edits: inFile(module, [removeStatement(module, statement)]), concerns, removed: [value] };
}

/** Takes the version out of the option that holds parameters; undefined where it holds none. */
export function dropFromOption(query: TSESTree.Property | undefined): RequestPart | undefined {
  if (!query) return undefined;
  const module = moduleOf(query);
  const owner = queryOwner(query);
  const option = { name: 'params', property: query, value: query.value, object: owner };
  const { value, isEmpty, edits, concerns } = withoutVersion(module, option);
  if (!value) return undefined;
  const whole = removeElements(module, owner.properties, new Set([query]));
  return { edits: inFile(module, isEmpty ? whole : edits), concerns, removed: [isEmpty ? query : value] };
}

function queryOwner(query: TSESTree.Property): TSESTree.ObjectExpression {
  const { parent } = query;
  if (parent.type !== 'ObjectExpression') throw new TypeError('An option stands in an object literal');
  return parent;
}

import { retiredBodyProperties } from '@azure-openai-v1/knowledge';
import type { TSESTree } from '@typescript-eslint/utils';
import { addToForm } from '../../edits/add-to-form.ts';
import { inFile } from '../../edits/combine.ts';
import { setModel } from '../../edits/set-model.ts';
import type { Program } from '../../program/program.ts';
import type { SourceModule } from '../../source-module.ts';
import { moduleOf } from '../../syntax/module-of.ts';
import { unwrap } from '../../syntax/nodes.ts';
import { findProperty, resolveObject } from '../../syntax/object-literal.ts';
import { isNeverReassigned } from '../../syntax/scope.ts';
import type { Concern } from '../client/concern.ts';
import type { Deployment } from '../client/deployment.ts';
import { isDeclaredBefore, portabilityOf } from '../portability.ts';
import { sentBodies, type SentBody } from './sent-bodies.ts';
import { mayBeText } from './may-be-text.ts';
import { requestConcern } from './request-concern.ts';
import { joinParts, onlyConcern, type RequestPart } from './request-part.ts';
import type { RequestUse } from './request-use.ts';
import { deploymentInRequest } from './deployment-in-request.ts';

/** Gives the bodies of requests the deployment as their model, wherever they are made. */
export function giveModels(
  program: Program,
  module: SourceModule,
  uses: readonly RequestUse[],
  deployment: Deployment,
): RequestPart {
  const edited = new Map<TSESTree.Node, string>();
  const parts = uses.flatMap((use) => {
    const line = lineOf(module, use.call.node);
    const bodies = sentBodies(program, use);
    if (bodies.length === 0) return [onlyConcern(requestConcern('body-unclear', line))];
    return bodies.map((sent): RequestPart => {
      const part = giveBody(program, module, sent, deployment);
      // One body that goes to several deployments cannot name them all.
      const place = sent.body.kind === 'json' ? sent.body.value : sent.body.form;
      const edits = JSON.stringify(part.edits);
      const isSame = (edited.get(place) ?? edits) === edits;
      edited.set(place, edits);
      return isSame ? part : onlyConcern(requestConcern('several-urls', line));
    });
  });
  return joinParts(parts);
}

/** Where a request is made, in words for a message about another module's URL. */
export function lineOf(module: SourceModule, node: TSESTree.Node): string {
  const { path } = moduleOf(node);
  const line = String(node.loc.start.line);
  return path === module.path ? line : `${line} of \`${path}\``;
}

function giveBody(program: Program, module: SourceModule, sent: SentBody, deployment: Deployment): RequestPart {
  const { body, use } = sent;
  const line = lineOf(module, sent.place);
  const place = body.kind === 'json' ? body.value : body.form;
  const target = moduleOf(place);
  const known = deploymentAt(program, deployment, use, place);
  if (!known) return onlyConcern(requestConcern('deployment-unclear', line));
  const unclear = onlyConcern(requestConcern('body-unclear', line));
  if (body.kind === 'form') {
    const edits = addToForm(target, body.form, known.deployment);
    if (!edits) return unclear;
    return { edits: [...known.edits, ...inFile(target, edits)], concerns: known.concerns, removed: [] };
  }
  const change = mayBeText(program, body.value) ? undefined : setModel(target, body.value, known.deployment, 'request');
  if (!change) return unclear;
  const lost = change.losses.map(() => requestConcern('model-call', line));
  return {
    edits: change.edits.length === 0 ? [] : [...known.edits, ...inFile(target, change.edits)],
    concerns: [...known.concerns, ...bodyConcerns(target, body.value, line), ...lost],
    removed: [],
  };
}

function deploymentAt(program: Program, deployment: Deployment, use: RequestUse, place: TSESTree.Node) {
  const module = moduleOf(place);
  const isAsIs =
    use.passages.length === 0 &&
    use.holders.every((holder) => holder.kind === 'variable' && isNeverReassigned(holder.variable)) &&
    deployment.nodes.every(
      (name) =>
        moduleOf(name) === module &&
        portabilityOf(module, name, place) === 'yes' &&
        isDeclaredBefore(module, name, place),
    );
  return isAsIs ? { deployment, edits: [], concerns: [] } : deploymentInRequest(program, deployment, use, place);
}

function* bodyConcerns(module: SourceModule, body: TSESTree.Node, line: string): Generator<Concern> {
  const object = resolveObject(module, body);
  // `req.body` and its like: whoever called decides what is in it.
  if (unwrap(body).type === 'MemberExpression') yield requestConcern('forwarded-body', line);
  for (const { property } of retiredBodyProperties) {
    if (object && findProperty(object, property)) yield requestConcern('no-v1-form', property);
  }
}

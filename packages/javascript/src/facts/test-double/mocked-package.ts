import type { TextEdit } from '@azure-openai-v1/core';
import type { TSESTree } from '@typescript-eslint/utils';
import { unique } from '../../edits/combine.ts';
import type { SourceModule } from '../../source-module.ts';
import { gradeOf, type Concern } from '../client/concern.ts';
import { renameAll } from '../client/migration-unit.ts';
import type { SdkUse } from '../sdk-use.ts';
import { classReferences, isDenied, type ClassReference } from './class-handle.ts';
import { doubleConcern } from './double-concern.ts';
import type { ModuleMock } from './module-mock.ts';
import { isSameStandIn, legacyClass, plainClass, type ProvidedClass } from './provided-class.ts';
import type { TestDouble } from './test-double.ts';

/** What a file that mocks the `openai` package, or holds its mock, has to change, and what of it belongs together. */
export interface MockedPackage {
  readonly doubles: readonly TestDouble[];
  /** The references to the class that are a matter of the mock, not of a client. */
  readonly claimed: ReadonlySet<TSESTree.Node>;
}

/** Judges all mocks of the package in a file and all handles on the mocked class: they share one name, and move as one. */
export function judgeMockedPackage(module: SourceModule, use: SdkUse, mocks: readonly ModuleMock[]): MockedPackage {
  const isMocked = mocks.some(({ provides }) => provides === 'automatic' || provides.length > 0);
  const isHandle = ({ use: kind }: ClassReference) => kind === 'handle' || (isMocked && kind === 'likely-handle');
  const references = classReferences(module, use.references, legacyClass);
  const handles = references.filter(isHandle).map(({ node }) => node);
  const nodes = mocks.flatMap(({ node, provides }) => {
    if (provides === 'automatic') return [];
    return provides === 'unknown' ? [node] : provides.map((provided) => provided.node);
  });
  const places = nodes.length > 0 ? nodes : handles.slice(0, 1);
  if (places.length === 0) return { doubles: [], claimed: new Set() };
  const plain = classReferences(module, use.references, plainClass).filter(({ use: kind }) => kind === 'handle');
  const concerns = [
    doubleConcern('together'),
    ...mocks.flatMap(({ provides }) => concernsOf(module, provides)),
    ...(nodes.length > 100 ? [doubleConcern('too-many')] : []),
    ...concernsOfReferences(module, references, isHandle),
    ...concernsAt('both-classes', references.length > 0 ? plain : []),
    ...(nodes.length > 0 && references.length > 0 && hasDefaultImport(use) ? [doubleConcern('default-import')] : []),
  ];
  const named = editsOf(module, use, mocks);
  const other = concerns.filter(({ reason }) => reason !== doubleConcern('default-export').reason);
  const double = {
    kind: nodes.length > 0 ? 'module-mock' : 'class-handle',
    concerns,
    edits: gradeOf(concerns) === 'manual' ? [] : named,
    expected: '',
    editsByName: gradeOf(other) === 'manual' ? [] : named,
  } as const;
  const types = references.flatMap((reference) => (reference.use === 'type' ? [reference.node] : []));
  return { doubles: places.map((node) => ({ ...double, node })), claimed: new Set([...handles, ...types]) };
}

function concernsOfReferences(
  module: SourceModule,
  references: readonly ClassReference[],
  isHandle: (reference: ClassReference) => boolean,
): readonly Concern[] {
  const others = references.filter((reference) => reference.use !== 'type' && !isHandle(reference));
  const isBuilt = (reference: ClassReference) => reference.use === 'build';
  return [
    ...concernsAt('builds-client', others.filter(isBuilt)),
    ...concernsAt(
      'other-use',
      others.filter((reference) => !isBuilt(reference)),
    ),
    ...concernsAt(
      'not-the-class',
      references.filter(({ node }) => isDenied(module, node)),
    ),
  ];
}

/** One concern of a kind, at the first of its places. */
function concernsAt(kind: Parameters<typeof doubleConcern>[0], [first]: readonly ClassReference[]): readonly Concern[] {
  return first ? [doubleConcern(kind, String(first.node.loc.start.line))] : [];
}

/** The name that the renaming would take is that of another export. */
function hasDefaultImport({ bindings }: SdkUse): boolean {
  return bindings.some(
    ({ exported, form, isTypeOnly }) => exported === plainClass && form.kind === 'import-default' && !isTypeOnly,
  );
}

function concernsOf(module: SourceModule, provides: ModuleMock['provides']): readonly Concern[] {
  if (provides === 'automatic') return [];
  if (provides === 'unknown') return [doubleConcern('exports-unknown')];
  return provides.flatMap(({ value, plain, fallback, rename }) => {
    if (plain && !isTwice(module, value, plain)) return [doubleConcern('both-names')];
    if (fallback && !isTwice(module, value, fallback)) return [doubleConcern('default-export')];
    return rename ? [] : [doubleConcern('name-taken')];
  });
}

function isTwice(module: SourceModule, value: TSESTree.Node | undefined, other: TSESTree.Node): boolean {
  return value !== undefined && isSameStandIn(module, value, other);
}

function editsOf(module: SourceModule, use: SdkUse, mocks: readonly ModuleMock[]): readonly TextEdit[] {
  const provided = mocks.flatMap(({ provides }) => (typeof provides === 'string' ? [] : provides));
  const names = renameAll(module, use, ({ exported }) => exported === legacyClass);
  return unique([...provided.flatMap(editsOfProvided), ...names]);
}

/** A second name for the same stand-in is not needed. */
function editsOfProvided({ plain, remove, rename }: ProvidedClass): readonly TextEdit[] {
  return plain ? remove : (rename ?? []);
}

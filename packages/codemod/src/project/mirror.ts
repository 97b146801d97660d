import {
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** A folder, and the place where it is shown once more. */
export interface Mirror {
  readonly from: string;
  readonly to: string;
}

/** What Node.js loads. These files are copied: through a link, Node.js would look for their imports where the link points. */
const loaded = /\.(?:[cm]?[jt]sx?|json)$/;

/**
 * Shows a file or folder in the mirror: code as copies, everything else as links, and installed packages as links to where
 * they are installed. What is there already stays.
 */
export function mirrorPath(path: string, mirror: Mirror): void {
  const source = join(mirror.from, path);
  const target = join(mirror.to, path);
  const state = lstatSync(source, { throwIfNoEntry: false });
  if (state === undefined || lstatSync(target, { throwIfNoEntry: false })?.isDirectory() === false) return;
  mkdirSync(dirname(target), { recursive: true });
  if (state.isSymbolicLink()) link(targetOfLink(source, readlinkSync(source), mirror), target);
  else if (state.isDirectory()) mirrorFolder(path, mirror);
  else if (!state.isFile()) return;
  else if (loaded.test(path)) copyFileSync(source, target, constants.COPYFILE_FICLONE);
  else link(source, target);
}

/** Where a link of the folder leads to from its mirror: to the mirror, when it stays in the folder. */
export function targetOfLink(source: string, target: string, { from, to }: Mirror): string {
  const absolute = resolve(dirname(source), target);
  return isBelow(absolute, from) ? join(to, relative(from, absolute)) : absolute;
}

/** Makes a link, unless something is there. */
export function link(target: string, path: string): void {
  try {
    const leadsToFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
    symlinkSync(target, path, leadsToFolder ? 'junction' : 'file');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function mirrorFolder(path: string, mirror: Mirror): void {
  const name = basename(path);
  if (name === '.git') return;
  if (name === 'node_modules') {
    mirrorPackages(path, mirror);
  } else if (name.startsWith('.')) {
    // Caches and the like: large, and no place for the code of a program.
    link(join(mirror.from, path), join(mirror.to, path));
  } else {
    mkdirSync(join(mirror.to, path), { recursive: true });
    for (const child of readdirSync(join(mirror.from, path))) mirrorPath(join(path, child), mirror);
  }
}

function mirrorPackages(path: string, mirror: Mirror): void {
  mkdirSync(join(mirror.to, path), { recursive: true });
  for (const child of readdirSync(join(mirror.from, path))) {
    const childPath = join(path, child);
    if (child.startsWith('@')) mirrorPackages(childPath, mirror);
    else link(placeOfPackage(join(mirror.from, childPath), mirror), join(mirror.to, childPath));
  }
}

/** A package of the repository itself is linked into `node_modules`, and must come from the mirror. */
function placeOfPackage(source: string, mirror: Mirror): string {
  if (!lstatSync(source).isSymbolicLink()) return source;
  const absolute = resolve(dirname(source), readlinkSync(source));
  const isInstalled = absolute.split(sep).includes('node_modules');
  return isInstalled ? realPath(absolute) : targetOfLink(source, absolute, mirror);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

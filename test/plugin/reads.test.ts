import { lstatSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { solver } from '../deployments/solver-project.ts';
import { lint, repository } from './lint-project.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<{ lstatSync: typeof lstatSync }>();
  return { ...real, lstatSync: vi.fn(real.lstatSync) };
});

describe('the plugin is fast', () => {
  beforeEach(() => {
    vi.mocked(lstatSync).mockClear();
  });

  test('for a file without a word that matters nothing is read', () => {
    lint(repository({}), 'export const one = 1;\n');
    expect(lstatSync).not.toHaveBeenCalled();
  });

  test('the files of a project are looked at once for all rules', () => {
    lint(repository({}), solver());
    const paths = vi.mocked(lstatSync).mock.calls.map(([path]) => path);
    expect(paths.length).toBeGreaterThan(0);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

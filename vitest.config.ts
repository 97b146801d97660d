import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('packages/', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@azure-openai-v1\/(\w+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@azure-openai-v1\/deployments\/yaml$/, replacement: `${packages}deployments/src/yaml.ts` },
      { find: /^@azure-openai-v1\/javascript\/parse$/, replacement: `${packages}javascript/src/parse.ts` },
      { find: /^azure-openai-v1$/, replacement: `${packages}codemod/src/index.ts` },
      { find: /^azure-openai-v1\/jscodeshift$/, replacement: `${packages}codemod/src/transforms/jscodeshift.ts` },
      { find: /^eslint-plugin-azure-openai-v1$/, replacement: `${packages}eslint-plugin/src/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts', 'packages/*/src/**/*.test.ts'],
    maxWorkers: '100%',
    // Generous, since many tests start processes on machines that others use too.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs } from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', '**/__snapshots__/', 'coverage/', 'fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '*.js'],
    extends: [configs.strictTypeChecked, configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', '*.ts'] } } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200 }],
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Node types are compared with their names; the enumeration would have to be loaded at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  { files: ['packages/*/src/**/*.ts'], rules: { 'max-lines-per-function': ['error', { max: 40 }] } },
  // Only the command line talks to people; everything else returns what it has to say.
  {
    files: ['packages/{knowledge,core,configuration,javascript,eslint-plugin}/src/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-globals': ['error', 'process'] },
  },
  { files: ['packages/eslint-plugin/src/**/*.ts'], extends: [eslintPlugin.configs['rules-recommended']] },
);

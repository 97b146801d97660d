import { roleOf } from '@azure-openai-v1/configuration';
import { expect, test } from 'vitest';

test.each([
  [
    'environment-template',
    '.env.example .env.sample .env.template .env.dist example.env sample.env env-example .env.local.example',
  ],
  [
    'environment-template',
    'apps/web/.env.entra-example .env.EXAMPLE .dev.vars.example template.env env.sample .envrc.example',
  ],
  [
    'environment',
    '.env .env.local .env.production .env.example.local prod.env .envrc .dev.vars a/.env.test env .env.vault',
  ],
  [
    'source',
    'env.ts env.d.ts src/env.mjs env.py env.sh environment.rb environment dotenv lib/env-check.js Dockerfile Makefile',
  ],
  ['source', 'a.go a.cs a.java a.ps1 a.vue a.ipynb a.http a.html src/readme.ts app.config.js no-extension .bashrc'],
  [
    'compose',
    'docker-compose.yml compose.yaml docker-compose.prod.yml deploy/compose.override.yaml docker-compose-dev.yaml',
  ],
  ['action', '.github/workflows/ci.yml apps/a/.github/workflows/x.yaml action.yml .github/actions/ask/action.yaml'],
  ['blueprint', 'render.yaml apps/render.yml'],
  ['yaml', 'k8s/app.yaml azure-pipelines.yml composer.yml workflows/ci.yml render-it.yaml'],
  ['vercel', 'vercel.json apps/web/vercel.json now.json'],
  ['app-json', 'app.json'],
  ['settings-with-values', 'api/local.settings.json'],
  ['json', 'package.json tsconfig.json my-app.json infra/main.parameters.json .vscode/launch.json turbo.json a.jsonc'],
  ['bicep', 'infra/main.bicep main.bicepparam'],
  ['terraform', 'main.tf prod.tfvars live.hcl'],
  ['assignments', 'wrangler.toml netlify.toml setup.cfg app.properties a.ini'],
  ['markdown', 'README.md docs/a.mdx README.zh-CN.md'],
  ['data', 'requirements.txt a.csv web.config'],
  [
    'inert',
    'package-lock.json pnpm-lock.yaml yarn.lock bun.lockb poetry.lock logo.svg a.png CHANGELOG.md docs/HISTORY.md .changeset/x.md LICENSE a.js.map',
  ],
] as const)('%s: %s', (role, paths) => {
  expect(paths.split(' ').filter((path) => roleOf(path) !== role)).toEqual([]);
});

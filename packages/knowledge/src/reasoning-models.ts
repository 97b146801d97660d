import type { ModelRow } from './models.ts';
import { unsupportedReasoningParameters as blanket } from './request-parameters.ts';

const sequential = [...blanket, 'parallel_tool_calls'] as const;
const sequentialWithoutStop = [...sequential, 'stop'] as const;
const both = { chat: true, responses: true, reasoning: true } as const;
const chat = { chat: true, responses: undefined, reasoning: true } as const;
const chatOnly = { chat: true, responses: false, reasoning: true } as const;
const responsesOnly = { chat: false, responses: true, reasoning: true } as const;

/** Models that reason, with what each refuses, sorted by name. */
export const reasoningModels = [
  { id: 'codex-mini', ...responsesOnly, unsupported: sequential, source: 'reasoning-2026-02' },
  { id: 'gpt-5', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5-codex', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5-mini', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5-nano', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5-pro', ...responsesOnly, unsupported: sequential, source: 'reasoning-2026-02' },
  { id: 'gpt-5.1', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.1-chat', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.1-codex', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.1-codex-max', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.1-codex-mini', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.2', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.2-chat', ...chat, unsupported: blanket, source: 'max-tokens-reports', verified: false },
  { id: 'gpt-5.2-codex', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.3-codex', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.4', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.4-mini', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.4-nano', ...both, unsupported: blanket, source: 'reasoning-2026-02' },
  { id: 'gpt-5.4-pro', ...responsesOnly, unsupported: sequential, source: 'reasoning-2026-02' },
  { id: 'gpt-5.6-luna', ...chat, unsupported: blanket, source: 'luna-report', verified: false },
  { id: 'o1', ...both, unsupported: sequential, source: 'reasoning-2026-02' },
  { id: 'o1-mini', ...chatOnly, unsupported: sequential, source: 'reasoning-2025-08' },
  { id: 'o1-preview', ...chatOnly, unsupported: sequential, source: 'reasoning-2025-01' },
  { id: 'o1-pro', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02', verified: false },
  { id: 'o3', ...both, unsupported: sequentialWithoutStop, source: 'reasoning-2026-02' },
  { id: 'o3-deep-research', ...responsesOnly, unsupported: blanket, source: 'reasoning-2026-02', verified: false },
  { id: 'o3-mini', ...both, unsupported: sequential, source: 'reasoning-2026-02' },
  { id: 'o3-pro', ...responsesOnly, unsupported: sequential, source: 'reasoning-2026-02' },
  { id: 'o4-mini', ...both, unsupported: sequentialWithoutStop, source: 'reasoning-2026-02' },
] as const satisfies readonly ModelRow[];

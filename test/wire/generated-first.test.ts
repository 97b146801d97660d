import { test } from 'vitest';
import { judgeHalf, patience } from './generator/judge-half.ts';

test('generated programs mean the same before and after, the first half', { timeout: patience }, () => judgeHalf(0));

import { test } from 'vitest';
import { judgeHalf, patience } from './generator/judge-half.ts';

test('generated programs mean the same before and after, the second half', { timeout: patience }, () => judgeHalf(1));

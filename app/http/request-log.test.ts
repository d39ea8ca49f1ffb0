import { expect, test } from 'vitest';
import { traceOf } from './request-log.server.ts';

const ROOT = '1-67891233-abcdef012345678912345678';

test.each([
  [`Root=${ROOT}`],
  [`Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1`],
  [`Self=1-67891234-12456789abcdef012345678f;Root=${ROOT}`],
])('the trace of %s is its root', (header) => {
  expect(traceOf(header)).toBe(ROOT);
});

test.each([
  [undefined],
  [''],
  ['Root='],
  ['Root=1-67891233-abc'],
  [`Root=${ROOT}0`],
  [`XRoot=${ROOT}`],
  [`Root=${ROOT.toUpperCase()}`],
  ['Root=<script>'],
  [`Root=1-67891233-${'a'.repeat(10_000)}`],
])('what has not its shape is nobody’s trace: %s', (header) => {
  expect(traceOf(header)).toBeUndefined();
});

import fc from 'fast-check';
import { test } from 'vitest';
import { modelSettings } from '@/test/model/settings';
import { walks } from '@/test/model/steps';
import { live } from '@/test/model/walk';

const { runs, steps, seed, path, limitMs } = modelSettings();

test('whatever happens in whatever order, no law of orders, money and stock breaks', {
  timeout: limitMs + 60_000,
}, async () => {
  const until = Date.now() + limitMs;
  const walk = fc.asyncProperty(walks(steps), (found) => live(found, until));
  await fc.assert(walk, {
    numRuns: runs,
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path }),
  });
});

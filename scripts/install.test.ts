import { describe, expect, it } from 'vitest';
import { whatIsMissing } from './install.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a/node_modules/b': { version: '2.0.0' },
  'node_modules/only-for-mac': { version: '1.0.0', optional: true },
};
const { '': _root, 'node_modules/only-for-mac': _optional, ...installed } = wanted;

describe('whatIsMissing', () => {
  it('is content with all that is not optional', () => {
    expect(whatIsMissing(wanted, installed)).toBeUndefined();
  });

  it('names what is not there, or of another version', () => {
    expect(whatIsMissing(wanted, {})).toBe('a is missing');
    const older = { ...installed, 'node_modules/a/node_modules/b': { version: '1.9.0' } };
    expect(whatIsMissing(wanted, older)).toBe('b is 1.9.0, not 2.0.0');
  });
});

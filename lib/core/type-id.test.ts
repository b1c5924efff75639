import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newUuid, suffixOf, uuidFrom } from './type-id';

/** The vectors of the TypeID specification, version 0.3. */
const VECTORS = [
  ['00000000000000000000000000', '00000000-0000-0000-0000-000000000000'],
  ['00000000000000000000000001', '00000000-0000-0000-0000-000000000001'],
  ['0000000000000000000000000a', '00000000-0000-0000-0000-00000000000a'],
  ['0000000000000000000000000g', '00000000-0000-0000-0000-000000000010'],
  ['00000000000000000000000010', '00000000-0000-0000-0000-000000000020'],
  ['7zzzzzzzzzzzzzzzzzzzzzzzzz', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ['0123456789abcdefghjkmnpqrs', '0110c853-1d09-52d8-d73e-1194e95b5f19'],
  ['01h455vb4pex5vsknk084sn02q', '01890a5d-ac96-774b-bcce-b302099a8057'],
] as const;

describe('the letters of a UUID', () => {
  test.each(VECTORS)('%s stands for %s, both ways', (suffix, uuid) => {
    expect(suffixOf(uuid)).toBe(suffix);
    expect(uuidFrom(suffix)).toBe(uuid);
  });

  test('come back as they were', () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => uuidFrom(suffixOf(uuid)) === uuid));
  });

  test.each([
    '', '8zzzzzzzzzzzzzzzzzzzzzzzzz', '0123456789abcdefghjkmnpqr', '0123456789ABCDEFGHJKMNPQRS',
    '0123456789abcdefghjkmnpqru', '0123456789abcdefghjkmnpqré', '01h455vb4pex5vsknk084sn02-',
  ])('“%s” stands for none', (suffix) => {
    expect(() => uuidFrom(suffix)).toThrow('not an id');
  }); // biome-ignore format: a list

  test.each(['', 'ffffffff', 'g0000000-0000-0000-0000-000000000000'])('“%s” is no UUID', (uuid) => {
    expect(() => suffixOf(uuid)).toThrow('not a uuid');
  });
});

describe('a new UUID', () => {
  const at = Date.UTC(2100, 0, 1);
  const msOf = (uuid: string) => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);

  test('is of version 7, of its moment, no other, and sorts after the one before', () => {
    const made = Array.from({ length: 2_000 }, () => newUuid(at));
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).toEqual(made);
    for (const uuid of made) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(msOf(uuid)).toBe(at);
    }
  });

  test('still sorts after the one before when a millisecond is full, or the clock went back', () => {
    const made = [
      ...Array.from({ length: 5_000 }, () => newUuid(at + 10)),
      newUuid(at + 5),
      newUuid(at + 60),
    ];
    expect([...made].sort()).toEqual(made);
    expect(msOf(made.at(-2) ?? '') - at).toBeLessThan(15);
    expect(msOf(made.at(-1) ?? '')).toBe(at + 60);
  });
});

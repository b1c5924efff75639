import { expect, it } from 'vitest';
import { packages } from './packages';
import { treeOf } from './tree';

const count = (files: Record<string, string>) => packages.check(treeOf(files)).length;

it('wants exact versions', () => {
  const manifest = (version: string) => ({
    'package.json': JSON.stringify({ dependencies: { zod: version } }),
  });
  expect(count(manifest('4.6.7'))).toBe(0);
  expect(count(manifest('18.4.0-beta.17'))).toBe(0);
  expect(count(manifest('^4.6.7'))).toBe(1);
  expect(count(manifest('latest'))).toBe(1);
});

it('wants no hosts in the lock', () => {
  const lock = '{ "packages": { "a": { "resolved": "https://registry.example/a.tgz" } } }';
  expect(count({ 'package-lock.json': lock })).toBe(1);
  expect(count({ 'package-lock.json': '{ "packages": { "a": { "version": "1.0.0" } } }' })).toBe(0);
});

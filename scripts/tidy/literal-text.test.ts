import { expect, it } from 'vitest';
import { literalText } from './literal-text';
import { treeOf } from './tree';

const count = (text: string) => literalText.check(treeOf({ 'app/a.tsx': text })).length;

it('finds text and spoken attributes', () => {
  expect(count('<p>Ship it</p>;')).toBe(1);
  expect(count('<p>发货</p>;')).toBe(1);
  expect(count('<img alt="A box" />;')).toBe(1);
  expect(count('<Field label={`Name of the store`} />;')).toBe(1);
});

it('lets signs, codes, keys and translations be', () => {
  expect(count('<p>·</p>;')).toBe(0);
  expect(count('<kbd>Ctrl K</kbd>;')).toBe(0);
  expect(count('<p>{t("ship")}</p>;')).toBe(0);
  expect(count('<img alt="" className="a b" />;')).toBe(0);
});

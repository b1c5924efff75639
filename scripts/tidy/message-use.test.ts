import { expect, it } from 'vitest';
import { messageUse } from './message-use';
import { treeOf } from './tree';

const en = { title: 'Orders', status: { draft: 'Draft', placed: 'Placed' }, errors: { gone: 'Gone' } };
const check = (text: string) =>
  messageUse
    .check(treeOf({ 'messages/en/orders.json': JSON.stringify(en), 'app/a.tsx': text }))
    .map(({ message }) => message);

const all =
  "const t = useTranslations('orders'); t('title'); t(`status.${status}`); conflict('orders.errors.gone');";

it('is content when all is said', () => {
  expect(check(all)).toEqual([]);
});

it('finds a key that is missing', () => {
  expect(check(`${all} t('subtitle');`)).toEqual(['there is no message orders.subtitle']);
  expect(check(`${all} t.rich('subtitle');`)).toEqual(['there is no message orders.subtitle']);
  expect(check(`${all} t(\`state.\${x}\`);`)).toEqual(['no message begins with orders.state.']);
  expect(check(`${all} throw new DomainError('CONFLICT', 'orders.errors.late');`)).toEqual([
    'there is no message orders.errors.late',
  ]);
});

it('finds a message nobody uses', () => {
  expect(check("const t = useTranslations('orders'); t('title'); t(`status.${s}`);")).toEqual([
    'orders.errors.gone is used nowhere',
  ]);
});

it('follows keys through lists and namespaces given as an object', () => {
  const list = "const keys = ['status.draft', 'status.placed']; keys.map((key) => t(key));";
  const start =
    "const t = await getTranslations({ locale, namespace: 'orders' }); t('title'); invalid('orders.errors.gone');";
  expect(check(`${start} ${list}`)).toEqual([]);
});

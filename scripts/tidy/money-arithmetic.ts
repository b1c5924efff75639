import type { Node } from 'oxc-parser';
import { calleeName, memberName } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

/** Where numbers become text, or chance is wanted: each by name. */
const FORMATS = /^(lib\/core\/|lib\/i18n\/|components\/(format|charts)\/|scripts\/|bench\/|db\/seed\/)/;
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**']);
const IMPRECISE = new Map(
  Object.entries({
    'Math.random': 'chance: use newId or node:crypto',
    parseFloat: 'a float: parse with lib/core/money',
    'Number.parseFloat': 'a float: parse with lib/core/money',
  }),
);
const BY_HAND = new Set([
  'toFixed',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toPrecision',
]);

/** Money is integer minor units, calculated in lib and divided nowhere; pages neither calculate nor format. */
export const moneyArithmetic: Rule = {
  name: 'money-arithmetic',
  check: (tree) => tree.code.filter((file) => !file.isTest && !FORMATS.test(file.path)).flatMap(inFile),
};

function inFile(file: SourceFile): Finding[] {
  const onScreen = /^(app|components)\//.test(file.path);
  return file.nodes.flatMap(({ node }) => {
    if (node.type === 'CallExpression') {
      const reason = IMPRECISE.get(calleeName(node));
      if (reason) return [at(file, node, reason)];
      const method = memberName(node.callee);
      return method && BY_HAND.has(method)
        ? [at(file, node, `${method}: one Money, one When, one Quantity format`)]
        : [];
    }
    if (node.type !== 'BinaryExpression' || !ARITHMETIC.has(node.operator)) return [];
    if (!isMoney(node.left) && !isMoney(node.right)) return [];
    if (onScreen) return [at(file, node, 'money arithmetic on a screen: calculate it in lib')];
    return node.operator === '/' ? [at(file, node, 'divides money: allocate with lib/core/money')] : [];
  });
}

function isMoney(node: Node): boolean {
  const name = node.type === 'Identifier' ? node.name : memberName(node);
  return name !== undefined && /(^minor|Minor)$/.test(name);
}

import type { Node } from 'oxc-parser';
import { calleeName } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

const UNIT_FIRST = /^(ms|minor|cents|pence|grams|millis|milliseconds|bytes|ppm)[A-Z]/;
const UNIT_IN_THE_MIDDLE = /[a-z](Minor|Grams|Millis|Cents|Ppm)[A-Z]/;

/** Units come last: amountMinor, weightGrams, timeoutMs. A column with a moment ends in At. */
export const unitNames: Rule = {
  name: 'unit-names',
  check: (tree) =>
    tree.code.flatMap((file) => [
      ...units(file),
      ...(file.path.startsWith('db/schema/') ? moments(file) : []),
    ]),
};

function units(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node }) => {
    const name = declaredName(node);
    const bad = name && !/^on[A-Z]/.test(name) && (UNIT_FIRST.test(name) || UNIT_IN_THE_MIDDLE.test(name));
    return bad ? [at(file, node, `${name}: the unit comes last`)] : [];
  });
}

/** The name of a variable or of a member of a type; functions and classes are named otherwise. */
function declaredName(node: Node): string | undefined {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
    const isFunction = node.init?.type === 'ArrowFunctionExpression';
    return isFunction ? undefined : node.id.name;
  }
  if (node.type === 'TSPropertySignature' && node.key.type === 'Identifier') return node.key.name;
  return undefined;
}

function moments(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node }) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier') return [];
    const holdsMoment = innermostCall(node.value);
    const name = node.key.name;
    const ok = name === 'at' || /(At|Until|Start)$/.test(name);
    return holdsMoment && !ok ? [at(file, node, `${name} holds a moment: end it in At`)] : [];
  });
}

/** Whether a chain such as at('x').notNull() begins with a timestamp column. */
function innermostCall(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const name = calleeName(node);
  if (name === 'at' || name === 'timestamp') return true;
  return node.callee.type === 'MemberExpression' && innermostCall(node.callee.object);
}

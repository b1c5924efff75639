import type { Node } from 'oxc-parser';
import { calleeName, exportedFunctions, type FunctionNode, plainArgument } from './ast';
import { isDomain } from './folders';
import { below } from './source-file';
import { at, type Rule } from './tree';

/**
 * Who opens a transaction is a verb, and a verb says first who may. Steps inside a transaction take it from their
 * caller. Named here: verbs that anybody may call, because they are how one becomes somebody.
 */
const OPEN_TO_ANYBODY: ReadonlySet<string> = new Set([
  // Takes a block of numbers for whatever verb asks, in a short transaction before its own.
  'lib/stores/lease-numbers.ts#leaseBlock',
]);

export const allowFirst: Rule = {
  name: 'allow-first',
  check: (tree) =>
    tree.code
      .filter((file) => !file.isTest && isDomain(file.path))
      .flatMap((file) =>
        exportedFunctions(file.program.body).flatMap(({ name, fn }) => {
          if (OPEN_TO_ANYBODY.has(`${file.path}#${name}`) || !takesCtx(fn) || !opensTransaction(fn))
            return [];
          const permission = firstAllow(fn);
          if (permission === undefined) return [at(file, fn, `${name} does not begin with allow(ctx, …)`)];
          if (permission !== '' && !/^[a-z]+\.[a-z]+$/.test(permission)) {
            return [at(file, fn, `${name}: a permission is noun.verb, not ${permission}`)];
          }
          return [];
        }),
      ),
};

function takesCtx(fn: FunctionNode): boolean {
  const first = fn.params[0];
  return first?.type === 'Identifier' && first.name === 'ctx';
}

function opensTransaction(fn: FunctionNode): boolean {
  if (!fn.body) return false;
  return [...below(fn.body, [])].some(
    ({ node }) =>
      node.type === 'CallExpression' && calleeName(node) === 'transact' && isCtx(node.arguments[0]),
  );
}

const isCtx = (node: Node | undefined) => node?.type === 'Identifier' && node.name === 'ctx';

/** The permission the first statement asks for: empty when it is computed, undefined when there is none. */
function firstAllow(fn: FunctionNode): string | undefined {
  const first = fn.body?.type === 'BlockStatement' ? fn.body.body[0] : undefined;
  if (first?.type !== 'ExpressionStatement' || first.expression.type !== 'CallExpression') return undefined;
  const call = first.expression;
  if (calleeName(call) !== 'allow' || !isCtx(call.arguments[0])) return undefined;
  return plainArgument(call, 1) ?? '';
}

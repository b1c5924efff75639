import { calleeName } from './ast';
import { isDomain } from './folders';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

/** Where process.env may be read: one place for the product, and what runs before it. */
const READS_ENVIRONMENT = [
  /^lib\/core\/env\.ts$/,
  /^scripts\//,
  /^bench\//,
  /^[^/]+\.config\.(ts|mts|mjs)$/,
  /^instrumentation\.ts$/,
  /^proxy\.ts$/,
];

/** Business rules and pages take the time from the context, so that tests and the demo can travel. */
const takesTimeFromContext = (path: string) => isDomain(path) || path.startsWith('app/');

export const clockAndEnvironment: Rule = {
  name: 'clock-and-environment',
  check: (tree) =>
    tree.code.filter((file) => !file.isTest).flatMap((file) => [...environment(file), ...clock(file)]),
};

function environment(file: SourceFile): Finding[] {
  if (READS_ENVIRONMENT.some((place) => place.test(file.path))) return [];
  return file.nodes.flatMap(({ node }) =>
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'process' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'env'
      ? [at(file, node, 'reads process.env; only lib/core/env does')]
      : [],
  );
}

function clock(file: SourceFile): Finding[] {
  if (!takesTimeFromContext(file.path)) return [];
  return file.nodes.flatMap(({ node }) => {
    const reads =
      (node.type === 'CallExpression' && calleeName(node) === 'Date.now') ||
      (node.type === 'NewExpression' &&
        node.callee.type === 'Identifier' &&
        node.callee.name === 'Date' &&
        node.arguments.length === 0);
    return reads ? [at(file, node, 'reads the clock; use ctx.now')] : [];
  });
}

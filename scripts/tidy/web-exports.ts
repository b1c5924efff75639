import type { Node } from 'oxc-parser';
import { calleeName, isFunction } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** What the outside can call is wrapped: server actions in action(), the API's routes in endpoint(). */
export const webExports: Rule = {
  name: 'web-exports',
  check: (tree) =>
    tree.code
      .filter((file) => !file.isTest)
      .flatMap((file) => {
        const actions = file.name === 'actions.ts' || hasDirective(file.program.body, 'use server');
        if (actions) return onlyCallsOf(file, 'action', () => true);
        if (/^app\/api\/v1\/.*route\.ts$/.test(file.path))
          return onlyCallsOf(file, 'endpoint', (name) => METHODS.has(name));
        return inlineActions(file);
      }),
};

function hasDirective(body: readonly Node[], directive: string): boolean {
  return body.some(
    (node) => node.type === 'ExpressionStatement' && 'directive' in node && node.directive === directive,
  );
}

const isCallOf = (node: Node | null | undefined, name: string) =>
  node?.type === 'CallExpression' && calleeName(node) === name;

function onlyCallsOf(file: SourceFile, wrapper: string, concerns: (name: string) => boolean): Finding[] {
  const complain = (node: Node, name: string) =>
    at(file, node, `exports ${name}, which is not the result of ${wrapper}(…)`);
  const made = new Set(
    file.nodes.flatMap(({ node }) =>
      node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && isCallOf(node.init, wrapper)
        ? [node.id.name]
        : [],
    ),
  );
  return file.program.body.flatMap((node): Finding[] => {
    if (node.type === 'ExportDefaultDeclaration') return [complain(node, 'a default')];
    if (node.type === 'ExportAllDeclaration') return [complain(node, 'another module')];
    if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') return [];
    const { declaration } = node;
    if (declaration?.type === 'FunctionDeclaration') {
      const name = declaration.id?.name ?? '';
      return concerns(name) ? [complain(node, name)] : [];
    }
    if (declaration?.type === 'VariableDeclaration') {
      return declaration.declarations.flatMap(({ id, init }) => {
        const name = id.type === 'Identifier' ? id.name : 'a pattern';
        const wrapped = isCallOf(init, wrapper) || (init?.type === 'Identifier' && made.has(init.name));
        return wrapped || !concerns(name) ? [] : [complain(node, name)];
      });
    }
    if (declaration) return [];
    return node.specifiers.flatMap(({ exported }) => {
      const name = exported.type === 'Identifier' ? exported.name : 'a name';
      return concerns(name) ? [complain(node, name)] : [];
    });
  });
}

function inlineActions(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node }) => {
    if (!isFunction(node) || node.body?.type !== 'BlockStatement') return [];
    return hasDirective(node.body.body, 'use server')
      ? [at(file, node, 'a server action inside another file: put it into actions.ts as action(…)')]
      : [];
  });
}

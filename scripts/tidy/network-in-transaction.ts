import { calleeName, isFunction } from './ast';
import { below, type SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

const NETWORK = /^(fetch|(globalThis|window)\.fetch|https?\.(get|request))$/;
const ADAPTER_CALL = /^(adapter|provider|port|carrier|gateway|mailer|stripe)\./i;

/** No call to the outside while a transaction is open: it would hold its locks for as long as a stranger likes. */
export const networkInTransaction: Rule = {
  name: 'network-in-transaction',
  check: (tree) => tree.code.filter((file) => !file.isTest).flatMap(insideTransact),
};

function insideTransact(file: SourceFile): Finding[] {
  const adapters = new Set(
    file.imports
      .filter((found) => /(^@\/lib|\/)integrations\//.test(found.from) && !found.typeOnly)
      .flatMap((found) => [...found.names.keys()]),
  );
  return file.nodes.flatMap(({ node }) => {
    if (node.type !== 'CallExpression' || !['transact', 'read', 'rolledBack'].includes(calleeName(node)))
      return [];
    const work = node.arguments[1];
    if (!work || !isFunction(work)) return [];
    return [...below(work, [])].flatMap(({ node: inner }) => {
      if (inner.type !== 'CallExpression') return [];
      const name = calleeName(inner);
      const outside = NETWORK.test(name) || ADAPTER_CALL.test(name) || adapters.has(name.split('.')[0] ?? '');
      return outside ? [at(file, inner, `calls ${name} inside a transaction`)] : [];
    });
  });
}

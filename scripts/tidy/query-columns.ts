import { memberName, textOf } from './ast';
import { isDomain } from './folders';
import { at, type Rule } from './tree';

/** Reads for a screen or a caller. A verb that locks a row to change it may take the whole row. */
const QUERY_FILE = /^(list|get|count|search|find|export)-|queries\.ts$|-queries-?/;

/** Queries name their columns: what a screen does not need is not read, and a new column reaches nobody unasked. */
export const queryColumns: Rule = {
  name: 'query-columns',
  check: (tree) =>
    tree.code
      .filter((file) => isDomain(file.path) && QUERY_FILE.test(file.name) && !file.isTest)
      .flatMap((file) =>
        file.nodes.flatMap(({ node }) => {
          if (node.type === 'CallExpression') {
            const name = memberName(node.callee);
            const bare =
              (name === 'select' || name === 'selectDistinct' || name === 'returning') &&
              node.arguments.length === 0;
            return bare ? [at(file, node, `${name}() without columns: name them`)] : [];
          }
          if (node.type !== 'TemplateLiteral' && node.type !== 'Literal') return [];
          const text = textOf(node) ?? '';
          return /\bselect\s+(\w+\.)?\*\s+from\s+"?(\w|\$)/i.test(text) &&
            !/\bfrom\s+\(|\bwith\b|unnest/i.test(text)
            ? [at(file, node, 'select *: name the columns')]
            : [];
        }),
      ),
};

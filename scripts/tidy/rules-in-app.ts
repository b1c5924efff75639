import type { Node } from 'oxc-parser';
import { memberName, textOf } from './ast';
import { at, type Rule } from './tree';

const STATUS = /(^s|S)tatus$/;

/** What a status means is decided in a state table, so that the button, the page and the guard can not disagree. */
export const rulesInApp: Rule = {
  name: 'rules-in-app',
  check: (tree) =>
    tree.code
      .filter(
        (file) => file.path.startsWith('app/') && !file.path.startsWith('app/api/health/') && !file.isTest,
      )
      .flatMap((file) =>
        file.nodes.flatMap(({ node }) => {
          if (node.type === 'SwitchStatement' && isStatus(node.discriminant)) {
            return [at(file, node, 'decides by status: ask the state table')];
          }
          if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return [];
          const compared =
            (isStatus(node.left) && textOf(node.right) !== undefined) ||
            (isStatus(node.right) && textOf(node.left) !== undefined);
          return compared ? [at(file, node, 'decides by status: ask the state table')] : [];
        }),
      ),
};

function isStatus(node: Node): boolean {
  const name = node.type === 'Identifier' ? node.name : memberName(node);
  return name !== undefined && STATUS.test(name);
}

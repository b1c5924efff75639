import type { Node, ParamPattern } from 'oxc-parser';
import { type FunctionNode, isFunction } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

const FILE_LINES = 300;
const FUNCTION_LINES = 70;
const COMPONENT_LINES = 120;
const PROPS = 7;

/** Lists of tables, stories of the demo and tests may be long; their functions are not measured either. */
const LONG_BY_NATURE = /^(db\/schema\/|db\/seed\/)/;

export const sizes: Rule = {
  name: 'sizes',
  check: (tree) =>
    tree.code
      .filter((file) => !file.isTest && !LONG_BY_NATURE.test(file.path))
      .flatMap((file) => [...fileSize(file), ...functionSizes(file), ...propCounts(file)]),
};

function fileSize(file: SourceFile): Finding[] {
  const lines = file.text.trimEnd().split('\n').length;
  return lines > FILE_LINES ? [at(file, 1, `${lines} lines; ${FILE_LINES} is the most`)] : [];
}

function functionSizes(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node, parents }) => {
    if (!isFunction(node)) return [];
    const name = nameOf(node, parents.at(-1));
    const lines = file.lineAt(node.end) - file.lineAt(node.start) + 1;
    const most = isComponent(file, name) ? COMPONENT_LINES : FUNCTION_LINES;
    return lines > most
      ? [at(file, node, `${name || 'a function'} has ${lines} lines; ${most} is the most`)]
      : [];
  });
}

function propCounts(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node, parents }) => {
    if (!isFunction(node)) return [];
    const name = nameOf(node, parents.at(-1));
    const first = node.params[0];
    if (!isComponent(file, name) || !first) return [];
    const count = propsIn(first, file);
    return count > PROPS ? [at(file, node, `${name} takes ${count} props; ${PROPS} is the most`)] : [];
  });
}

const isComponent = (file: SourceFile, name: string) => file.path.endsWith('.tsx') && /^[A-Z]/.test(name);

function nameOf(node: FunctionNode, parent: Node | undefined): string {
  if (node.type !== 'ArrowFunctionExpression' && node.id) return node.id.name;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : '';
}

/** Destructured ones, or the members of the props' type in the same file. */
function propsIn(param: ParamPattern, file: SourceFile): number {
  if (param.type === 'ObjectPattern') return param.properties.filter((p) => p.type === 'Property').length;
  if (param.type !== 'Identifier') return 0;
  const annotation = param.typeAnnotation?.typeAnnotation;
  if (annotation?.type === 'TSTypeLiteral') return annotation.members.length;
  if (annotation?.type !== 'TSTypeReference' || annotation.typeName.type !== 'Identifier') return 0;
  const wanted = annotation.typeName.name;
  for (const { node } of file.nodes) {
    if (node.type === 'TSInterfaceDeclaration' && node.id.name === wanted) return node.body.body.length;
    if (node.type === 'TSTypeAliasDeclaration' && node.id.name === wanted) {
      return node.typeAnnotation.type === 'TSTypeLiteral' ? node.typeAnnotation.members.length : 0;
    }
  }
  return 0;
}

import type {
  Argument,
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Function as Fn,
  Node,
} from 'oxc-parser';

export type FunctionNode = Fn | ArrowFunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** `allow` for allow(…), `db.insert` for a.db.insert(…): at most the last two names. */
export function calleeName(call: CallExpression): string {
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name;
  const last = memberName(callee);
  if (last === undefined || callee.type !== 'MemberExpression') return '';
  const { object } = callee;
  const owner = object.type === 'Identifier' ? object.name : (memberName(object) ?? '');
  return owner === '' ? last : `${owner}.${last}`;
}

/** The property's name of `a.b`; undefined for anything else. */
export function memberName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  return node.property.type === 'Identifier' ? node.property.name : undefined;
}

/** The text of a string or template; an expression inside stands as `${name}`. Undefined for anything else. */
export function textOf(node: Node | undefined | null): string | undefined {
  if (!node) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  return node.quasis
    .map((quasi, i) => {
      const inside = node.expressions[i];
      const tail = inside ? `\${${nameOf(inside)}}` : '';
      return (quasi.value.cooked ?? quasi.value.raw) + tail;
    })
    .join('');
}

function nameOf(node: Expression): string {
  if (node.type === 'Identifier') return node.name;
  return memberName(node) ?? '';
}

/** The n-th argument if it is a string without holes. */
export function plainArgument(call: CallExpression, n: number): string | undefined {
  const argument: Argument | undefined = call.arguments[n];
  const text = textOf(argument);
  return text?.includes('${') ? undefined : text;
}

/** The functions a module exports by name, declared or as `const f = …`. */
export function exportedFunctions(body: readonly Node[]): { name: string; fn: FunctionNode }[] {
  const found: { name: string; fn: FunctionNode }[] = [];
  for (const node of body) {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) continue;
    const { declaration } = node;
    if (declaration.type === 'FunctionDeclaration' && declaration.id) {
      found.push({ name: declaration.id.name, fn: declaration });
    }
    if (declaration.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init && isFunction(init)) found.push({ name: id.name, fn: init });
    }
  }
  return found;
}

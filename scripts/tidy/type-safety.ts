import type { TSType } from 'oxc-parser';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

/**
 * Where a cast may stand: small files whose whole purpose is to guard what the compiler can not know.
 * Everybody else parses, narrows, or writes a type guard.
 */
const GUARDED: Readonly<Record<string, string>> = {
  'db/client.ts': 'joins the driver to Drizzle, whose types do not know each other',
  'db/wire.ts': 'gives a socket a write that gathers what it is told',
  'lib/core/ctx.ts': 'reads the code out of an unknown failure',
  'lib/core/ids.ts': 'the one place where a string becomes an id',
  'lib/core/env.ts': 'defaults of parsed variables',
  'lib/web/idempotency.ts': 'an answer is made from what its own verb returned',
  'lib/core/rows.ts': 'a statement written by hand knows its own columns',
};

const IGNORES = /@ts-(ignore|expect-error|nocheck)/;

export const typeSafety: Rule = {
  name: 'type-safety',
  check: (tree) => tree.code.flatMap((file) => [...untyped(file), ...ignores(file)]),
};

function untyped(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node }) => {
    if (node.type === 'TSAnyKeyword') return [at(file, node, 'any: parse it, or use unknown and narrow')];
    const isCast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion';
    if (!isCast || file.isTest || file.path in GUARDED) return [];
    const to = file.text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
    if (to === 'const' || claimsNothing(node.typeAnnotation)) return [];
    return [
      at(
        file,
        node,
        `a cast to ${to.split('\n')[0]}: parse or narrow, or name the file in scripts/tidy/type-safety.ts`,
      ),
    ];
  });
}

/** `{ code?: unknown } | null`: a view of something unknown that promises nothing about it. */
function claimsNothing(type: TSType): boolean {
  if (type.type === 'TSUnknownKeyword' || type.type === 'TSNullKeyword') return true;
  if (type.type === 'TSUnionType') return type.types.every(claimsNothing);
  if (type.type === 'TSIntersectionType')
    return type.types.every((part) => isGlobal(part) || allOptional(part));
  if (type.type !== 'TSTypeLiteral') return false;
  return type.members.every(
    (member) =>
      member.type === 'TSPropertySignature' &&
      member.optional &&
      member.typeAnnotation?.typeAnnotation.type === 'TSUnknownKeyword',
  );
}

/** `typeof globalThis & { waybillLines?: Pool }`: one per process, absent at first. */
const isGlobal = (type: TSType) =>
  type.type === 'TSTypeQuery' && type.exprName.type === 'Identifier' && type.exprName.name === 'globalThis';

const allOptional = (type: TSType) =>
  type.type === 'TSTypeLiteral' &&
  type.members.every((member) => member.type === 'TSPropertySignature' && member.optional);

function ignores(file: SourceFile): Finding[] {
  return file.comments
    .filter((comment) => IGNORES.test(comment.value))
    .map((comment) => at(file, comment, 'silences the compiler'));
}

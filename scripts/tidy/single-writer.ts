import { memberName, textOf } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule, type Tree } from './tree';

/** Writers beyond a table's own domain, each with its reason. */
const ALSO_WRITTEN_BY: Readonly<Record<string, readonly string[]>> = {};

/** Schema and grants are made here, and whole databases are moved. */
const EXEMPT = /^(db\/(prepare|walls|migrate)[^/]*\.ts|db\/migrations\/|scripts\/)/;

const WRITES = new Set(['insert', 'update', 'delete']);
const SQL_WRITE =
  /\b(?:insert\s+into|update(?=\s+(?:only\s+)?\S+\s+(?:(?:as\s+)?\w+\s+)?set\b)|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?"?(\$\{\w*\}|[a-z_][a-z0-9_]*)"?/gi;

/** The tables of db/schema/orders.ts are written under lib/orders and nowhere else: architecture §2. */
export const singleWriter: Rule = {
  name: 'single-writer',
  check: (tree) => {
    const tables = tablesOf(tree);
    return tree.code
      .filter((file) => !file.isTest && !EXEMPT.test(file.path) && !file.path.startsWith('db/schema/'))
      .flatMap((file) => [...throughDrizzle(tree, file, tables), ...throughSql(file, tables)]);
  },
};

type Tables = { byVariable: Map<string, string>; bySqlName: Map<string, string> };

/** Every table's schema file, by the variable that holds it and by its name in SQL. */
function tablesOf(tree: Tree): Tables {
  const tables: Tables = { byVariable: new Map(), bySqlName: new Map() };
  for (const file of tree.code) {
    const domain = /^db\/schema\/([^/]+)\.ts$/.exec(file.path)?.[1];
    if (!domain) continue;
    for (const { node } of file.nodes) {
      if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') continue;
      const made = node.init;
      if (made?.type !== 'CallExpression' || made.callee.type !== 'Identifier') continue;
      const sqlName = /table$/i.test(made.callee.name) ? textOf(made.arguments[0]) : undefined;
      if (sqlName === undefined) continue;
      tables.byVariable.set(node.id.name, domain);
      tables.bySqlName.set(sqlName, domain);
    }
  }
  return tables;
}

const mayWrite = (path: string, domain: string) =>
  path.startsWith(`lib/${domain}/`) || (ALSO_WRITTEN_BY[path]?.includes(domain) ?? false);

const complain = (table: string, domain: string) => `writes ${table}; only lib/${domain} does`;

function throughDrizzle(tree: Tree, file: SourceFile, tables: Tables): Finding[] {
  const schemaNames = new Set(
    file.imports
      .filter((found) => tree.resolve(file, found.from)?.path.startsWith('db/schema'))
      .flatMap((found) => [...found.names].map(([local]) => local)),
  );
  return file.nodes.flatMap(({ node }) => {
    if (node.type !== 'CallExpression' || !WRITES.has(memberName(node.callee) ?? '')) return [];
    const table = node.arguments[0];
    const name = table?.type === 'Identifier' && schemaNames.has(table.name) ? table.name : undefined;
    const viaSpace =
      table?.type === 'MemberExpression' &&
      table.object.type === 'Identifier' &&
      schemaNames.has(table.object.name)
        ? memberName(table)
        : undefined;
    const written = name ?? viaSpace;
    const domain = written ? tables.byVariable.get(importedName(file, written)) : undefined;
    if (!written || !domain || mayWrite(file.path, domain)) return [];
    return [at(file, node, complain(written, domain))];
  });
}

function importedName(file: SourceFile, local: string): string {
  for (const found of file.imports) {
    const imported = found.names.get(local);
    if (imported && imported !== '*') return imported;
  }
  return local;
}

function throughSql(file: SourceFile, tables: Tables): Finding[] {
  return file.nodes.flatMap(({ node, parents }) => {
    if (node.type !== 'TemplateLiteral' && node.type !== 'Literal') return [];
    if (parents.at(-1)?.type === 'ImportDeclaration') return [];
    const text = textOf(node) ?? '';
    return [...text.matchAll(SQL_WRITE)].flatMap((match) => {
      const named = match[1] ?? '';
      const variable = /^\$\{(\w*)\}$/.exec(named)?.[1];
      const domain =
        variable === undefined
          ? tables.bySqlName.get(named.toLowerCase())
          : tables.byVariable.get(importedName(file, variable));
      if (!domain || mayWrite(file.path, domain)) return [];
      return [at(file, node, complain(variable ?? named, domain))];
    });
  });
}

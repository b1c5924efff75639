import { memberName } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

// Put together here, so that a search for the real words finds only what was left behind.
const LEFT_BEHIND = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
const SKIPS = new Set(['skip', 'only', 'todo', 'fixme', 'fails']);
const TEST_WORDS = new Set(['test', 'it', 'describe']);

/** Nothing half done: no notes to self, no test that does not run. */
export const leftovers: Rule = {
  name: 'leftovers',
  check: (tree) => tree.all.flatMap((file) => [...notes(file), ...(file.isCode ? skippedTests(file) : [])]),
};

function notes(file: SourceFile): Finding[] {
  if (!/\.(ts|tsx|mjs|css|sql|sh)$/.test(file.path)) return [];
  const texts = file.isCode
    ? file.comments.map(({ value, start }) => ({ value, line: file.lineAt(start) }))
    : file.lines.map((value, i) => ({ value, line: i + 1 }));
  return texts.flatMap(({ value, line }) => {
    const found = LEFT_BEHIND.exec(value)?.[1];
    return found ? [at(file, line, `${found}: do it now, or write an issue`)] : [];
  });
}

function skippedTests(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node }) => {
    const name = memberName(node);
    if (node.type !== 'MemberExpression' || !name || !SKIPS.has(name)) return [];
    const owner = node.object.type === 'Identifier' ? node.object.name : (memberName(node.object) ?? '');
    return TEST_WORDS.has(owner) ? [at(file, node, `${owner}.${name}: every test runs`)] : [];
  });
}

import type { CallExpression, Node } from 'oxc-parser';
import { calleeName, memberName, plainArgument, textOf } from './ast';
import { type Messages, messagesOf } from './messages';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

const MAKERS = new Set(['useTranslations', 'getTranslations', 'createTranslator', 'translator']);
const SPEAKS = new Set(['rich', 'raw', 'markup', 'has']);
const ERRORS = new Set(['notFound', 'conflict', 'invalid']);

/** A translator in a file: the variable that holds it, and its namespace (undefined when computed). */
type Speaker = { name: string; namespace: string | undefined };
/** What the code says: keys, beginnings of keys, and every string that could be one. */
type Said = { keys: Set<string>; beginnings: Set<string>; strings: Set<string>; namespaces: Set<string> };

/** No key is used that is missing, as far as one can see without running; no message stands there unused. */
export const messageUse: Rule = {
  name: 'message-use',
  check: (tree) => {
    const messages = messagesOf(tree, 'en');
    if (messages.size === 0) return [];
    const said: Said = {
      keys: new Set(),
      beginnings: new Set(),
      strings: new Set(),
      namespaces: new Set(['']),
    };
    const missing = tree.code
      .filter((file) => !file.isTest && !file.path.startsWith('scripts/tidy'))
      .flatMap((file) => listen(file, messages, said));
    return [...missing, ...unused(messages, said)];
  },
};

function listen(file: SourceFile, messages: Messages, said: Said): Finding[] {
  const speakers = speakersOf(file);
  for (const { namespace } of speakers) if (namespace) said.namespaces.add(namespace);
  return file.nodes.flatMap(({ node }) => {
    const text = textOf(node);
    if (text !== undefined) remember(text, said);
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
    if (node.type === 'NewExpression') {
      const isError = node.callee.type === 'Identifier' && node.callee.name === 'DomainError';
      return isError ? expectKey(file, node, textOf(node.arguments[1]), messages) : [];
    }
    if (ERRORS.has(calleeName(node))) return expectKey(file, node, textOf(node.arguments[0]), messages);
    return spoken(file, node, speakers, messages, said);
  });
}

function remember(text: string, said: Said): void {
  const hole = text.indexOf('${');
  if (hole < 0) said.strings.add(text);
  else if (hole > 0) said.beginnings.add(text.slice(0, hole));
}

function spoken(
  file: SourceFile,
  call: CallExpression,
  speakers: Speaker[],
  messages: Messages,
  said: Said,
): Finding[] {
  const speaker = speakers.find(({ name }) => name === speakingName(call));
  const key = textOf(call.arguments[0]);
  if (!speaker || speaker.namespace === undefined) return [];
  const prefix = speaker.namespace === '' ? '' : `${speaker.namespace}.`;
  if (key === undefined) return [];
  const hole = key.indexOf('${');
  if (hole >= 0) {
    const beginning = prefix + key.slice(0, hole);
    said.beginnings.add(beginning);
    const exists = [...messages.keys()].some((known) => known.startsWith(beginning));
    return exists ? [] : [at(file, call, `no message begins with ${beginning}`)];
  }
  said.keys.add(prefix + key);
  return expectKey(file, call, prefix + key, messages);
}

function expectKey(file: SourceFile, node: Node, key: string | undefined, messages: Messages): Finding[] {
  if (key === undefined || key.includes('${') || isKnown(key, messages)) return [];
  return [at(file, node, `there is no message ${key}`)];
}

/** A leaf, or (for raw lists) what leaves stand under. */
const isKnown = (key: string, messages: Messages) =>
  messages.has(key) || [...messages.keys()].some((known) => known.startsWith(`${key}.`));

/** `t` for t(…) and for t.rich(…). */
function speakingName(call: CallExpression): string | undefined {
  if (call.callee.type === 'Identifier') return call.callee.name;
  const name = memberName(call.callee);
  if (call.callee.type !== 'MemberExpression' || !name || !SPEAKS.has(name)) return undefined;
  return call.callee.object.type === 'Identifier' ? call.callee.object.name : undefined;
}

function speakersOf(file: SourceFile): Speaker[] {
  const found = file.nodes.flatMap(({ node }): Speaker[] => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return [];
    const made = node.init.type === 'AwaitExpression' ? node.init.argument : node.init;
    if (made.type !== 'CallExpression' || !MAKERS.has(calleeName(made))) return [];
    return [{ name: node.id.name, namespace: namespaceOf(made) }];
  });
  // The same variable with two namespaces in one file: which is meant can not be seen.
  return found.map((speaker) => {
    const clashes = found.some(
      (other) => other.name === speaker.name && other.namespace !== speaker.namespace,
    );
    return clashes ? { ...speaker, namespace: undefined } : speaker;
  });
}

function namespaceOf(call: CallExpression): string | undefined {
  if (calleeName(call) === 'translator' || calleeName(call) === 'createTranslator') return '';
  const first = call.arguments[0];
  if (!first) return '';
  if (first.type !== 'ObjectExpression') return plainArgument(call, 0);
  for (const property of first.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (property.key.name === 'namespace') return textOf(property.value);
  }
  return '';
}

function unused(messages: Messages, said: Said): Finding[] {
  return [...messages].flatMap(([key, { file, line }]) =>
    isSaid(key, said) ? [] : [at(file, line, `${key} is used nowhere`)],
  );
}

/** Said in full, by its beginning, or by a string that is the key below a namespace somebody uses. */
function isSaid(key: string, said: Said): boolean {
  if (said.keys.has(key) || said.strings.has(key)) return true;
  const parts = key.split('.');
  for (let i = parts.length - 1; i > 0; i--) {
    const above = parts.slice(0, i).join('.');
    const below = parts.slice(i).join('.');
    if (said.namespaces.has(above) && (said.strings.has(below) || begins(below, said))) return true;
    if (said.keys.has(above)) return true;
  }
  return begins(key, said);
}

function begins(key: string, said: Said): boolean {
  for (let i = key.indexOf('.'); i >= 0; i = key.indexOf('.', i + 1)) {
    if (said.beginnings.has(key.slice(0, i + 1))) return true;
  }
  return [...said.beginnings].some((beginning) => beginning.includes('.') && key.startsWith(beginning));
}

import { textOf } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

const SPOKEN_ATTRIBUTES = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
]);
/** Keys of a keyboard and code are the same in every language. */
const UNTRANSLATED_TAGS = new Set(['kbd', 'Kbd', 'code', 'pre', 'style', 'script']);
const SAME_EVERYWHERE = /^(Waybill|CSV|PDF|SKU|API|JSON|ID|Ctrl|Esc|Enter|Tab|Shift|Alt|x|×)$/;
/** Shown when even the messages can not be read. */
const BEFORE_MESSAGES = /^app\/global-error\.tsx$/;

/** What a person reads stands in messages, in both languages. */
export const literalText: Rule = {
  name: 'literal-text',
  check: (tree) =>
    tree.code
      .filter(
        (file) =>
          /^(app|components)\/.*\.tsx$/.test(file.path) && !file.isTest && !BEFORE_MESSAGES.test(file.path),
      )
      .flatMap(inFile),
};

function inFile(file: SourceFile): Finding[] {
  return file.nodes.flatMap(({ node, parents }) => {
    if (node.type === 'JSXText' && isSpoken(node.value)) {
      const parent = parents.at(-1);
      const tag =
        parent?.type === 'JSXElement' && parent.openingElement.name.type === 'JSXIdentifier'
          ? parent.openingElement.name.name
          : '';
      return UNTRANSLATED_TAGS.has(tag) ? [] : [complain(file, node, node.value)];
    }
    if (node.type !== 'JSXAttribute') return [];
    const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
    if (!SPOKEN_ATTRIBUTES.has(name)) return [];
    const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
    const text = textOf(value)?.replace(/\$\{\w*\}/g, '');
    return text !== undefined && isSpoken(text) ? [complain(file, node, text)] : [];
  });
}

const isSpoken = (text: string) => /\p{L}/u.test(text) && !SAME_EVERYWHERE.test(text.trim());

const complain = (file: SourceFile, node: { start: number }, text: string) =>
  at(file, node, `“${text.trim().replace(/\s+/g, ' ').slice(0, 40)}” belongs into messages`);

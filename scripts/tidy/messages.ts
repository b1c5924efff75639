import { paramsOf } from './icu';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule, type Tree } from './tree';

const LANGUAGES = ['en', 'zh-CN'];
const WORDS: Readonly<Record<string, RegExp>> = {
  en: /!|\bsuccessfully\b|\bsorry\b|\boops\b|\bplease\b/i,
  'zh-CN': /[!！]|成功地|抱歉|对不起|不好意思/,
};
const CJK = /\p{Script=Han}/u;

/** Every message by its full key, with where it stands. */
export type Messages = ReadonlyMap<string, { file: SourceFile; line: number; text: string }>;

export function messagesOf(tree: Tree, language: string): Messages {
  const all = new Map<string, { file: SourceFile; line: number; text: string }>();
  for (const file of tree.all) {
    const area = new RegExp(`^messages/${language}/([^/]+)\\.json$`).exec(file.path)?.[1];
    if (!area) continue;
    for (const [key, text] of leaves(JSON.parse(file.text), area)) {
      const last = key.slice(key.lastIndexOf('.') + 1);
      const line =
        file.lines.findIndex((row) => row.includes(`"${last}":`) && row.includes(firstWords(text))) + 1;
      all.set(key, { file, line: Math.max(line, 1), text });
    }
  }
  return all;
}

const firstWords = (text: string) => JSON.stringify(text).slice(1, -1).slice(0, 30);

function* leaves(value: unknown, prefix: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [prefix, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${prefix}.${key}`);
}

/** Both languages say the same things with the same holes, in the product's manner. */
export const messages: Rule = {
  name: 'messages',
  check: (tree) => {
    const english = messagesOf(tree, 'en');
    const chinese = messagesOf(tree, 'zh-CN');
    return [
      ...missing(english, chinese, 'zh-CN'),
      ...missing(chinese, english, 'en'),
      ...differingParams(english, chinese),
      ...LANGUAGES.flatMap((language) => manner(language === 'en' ? english : chinese, WORDS[language])),
    ];
  },
};

function missing(these: Messages, those: Messages, language: string): Finding[] {
  return [...these].flatMap(([key, { file, line }]) =>
    those.has(key) ? [] : [at(file, line, `${key} is missing in ${language}`)],
  );
}

function differingParams(english: Messages, chinese: Messages): Finding[] {
  return [...chinese].flatMap(([key, { file, line, text }]) => {
    const original = english.get(key);
    if (!original) return [];
    try {
      const wanted = paramsOf(original.text).join(' ');
      const given = paramsOf(text).join(' ');
      if (wanted !== given) return [at(file, line, `${key} has {${given}}, in English {${wanted}}`)];
    } catch {
      return [at(file, line, `${key} is no ICU message, here or in English`)];
    }
    return untranslated(original.text, text) ? [at(file, line, `${key} is not translated`)] : [];
  });
}

/** The same sentence of several words in both: a name or a code is one word, or has capitals throughout. */
function untranslated(english: string, chinese: string): boolean {
  const words = english.replace(/\{[^}]*\}|<[^>]*>/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
  const lower = words.filter((word) => /^[a-z]/.test(word));
  return english === chinese && !CJK.test(chinese) && words.length >= 2 && lower.length >= 1;
}

function manner(all: Messages, refused: RegExp | undefined): Finding[] {
  return [...all].flatMap(([key, { file, line, text }]) => {
    const found = refused?.exec(text)?.[0];
    return found ? [at(file, line, `${key} says “${found}”`)] : [];
  });
}

import { at, type Rule } from './tree';

const FORBIDDEN = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'types',
  'constants',
  'service',
  'manager',
  'index',
]);

/** What Next and tools name their own way. */
const NAMED_BY_TOOLS = /^(next-env\.d|\[.*\])$/;

/** A file is named after what it exports, in kebab-case. */
export const fileNames: Rule = {
  name: 'file-names',
  check: (tree) =>
    tree.code.flatMap((file) => {
      const stem = file.name.replace(/\.[a-z]+$/, '').replace(/(\.[a-z]+)?\.(test|spec|setup|config)$/, '');
      if (FORBIDDEN.has(stem))
        return [at(file, 1, `${stem} says nothing: name the file after what it exports`)];
      if (!NAMED_BY_TOOLS.test(stem) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) {
        return [at(file, 1, `${file.name} is not kebab-case`)];
      }
      return [];
    }),
};

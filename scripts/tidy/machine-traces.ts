import { memberName, textOf } from './ast';
import type { SourceFile } from './source-file';
import { at, type Finding, type Rule } from './tree';

// Put together here, so that these patterns do not find themselves.
const FOLDERS = ['work', 'root', 'farm', 'home/[a-z]+', 'Users/[A-Za-z]+', 'tmp/[a-z]+[-_]?[a-z0-9]*'].join(
  '|',
);
const MACHINE_PATH = new RegExp(`(^|[\\s'"\`(=:])/(${FOLDERS})/`);
const SECRET =
  /(sk_live_[0-9A-Za-z]{8,}|rk_live_[0-9A-Za-z]{8,}|AKIA[0-9A-Z]{16}|ghp_[0-9A-Za-z]{30,}|xox[bp]-[0-9A-Za-z-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY)/;
const REMOTE = /^(https?:)?\/\//;
const LOADING_ATTRIBUTES = new Set(['src', 'srcSet', 'poster']);

/** Nothing of the machine it was written on, no secret, and nothing loaded from another host. */
export const machineTraces: Rule = {
  name: 'machine-traces',
  check: (tree) =>
    tree.all
      .filter((file) => file.name !== 'package-lock.json')
      .flatMap((file) => [...lines(file), ...remote(file)]),
};

function lines(file: SourceFile): Finding[] {
  return file.lines.flatMap((line, i) => {
    const path = MACHINE_PATH.exec(line);
    if (path) return [at(file, i + 1, `a path of one machine: ${path[0].trim()}`)];
    if (SECRET.test(line)) return [at(file, i + 1, 'looks like a secret')];
    if (file.path.endsWith('.css') && /(url\(|@import)\s*['"]?(https?:)?\/\//.test(line)) {
      return [at(file, i + 1, 'loads from another host')];
    }
    return [];
  });
}

/** `src` of anything, `href` of a <link>: what a browser would fetch by itself. */
function remote(file: SourceFile): Finding[] {
  if (!/^(app|components)\/.*\.tsx$/.test(file.path)) return [];
  return file.nodes.flatMap(({ node, parents }) => {
    if (node.type !== 'JSXAttribute' || node.name.type !== 'JSXIdentifier') return [];
    const element = parents.at(-1);
    const tag =
      element?.type === 'JSXOpeningElement' && element.name.type === 'JSXIdentifier' ? element.name.name : '';
    const loads = LOADING_ATTRIBUTES.has(node.name.name) || (tag === 'link' && node.name.name === 'href');
    const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
    const text = value && !memberName(value) ? textOf(value) : undefined;
    return loads && text && REMOTE.test(text) ? [at(file, node, `loads ${text} from another host`)] : [];
  });
}

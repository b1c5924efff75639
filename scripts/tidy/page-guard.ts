import { calleeName } from './ast';
import { at, type Rule } from './tree';

const STORE_PAGE = /^app\/\(office\)\/\[store\]\/(.*\/)?page\.tsx$/;
/** Pages that show nothing of the store. */
const OPEN = /\/(forbidden|\[\.\.\.[a-z]+\])\/page\.tsx$/;

/** A layout redirects but does not protect: every page of a store says itself who may see it. */
export const pageGuard: Rule = {
  name: 'page-guard',
  check: (tree) =>
    tree.code
      .filter((file) => STORE_PAGE.test(file.path) && !OPEN.test(file.path))
      .flatMap((file) => {
        const guarded = file.nodes.some(
          ({ node }) => node.type === 'CallExpression' && calleeName(node) === 'storePage',
        );
        const shows = file.nodes.some(
          ({ node }) => node.type === 'JSXElement' || node.type === 'JSXFragment',
        );
        return guarded || !shows ? [] : [at(file, 1, 'does not call storePage(…)')];
      }),
};

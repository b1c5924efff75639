/** The style guide as a failing test: `npm run tidy`, or `npm run tidy -- lib/orders` for a part of the tree. */
import { RULES } from './tidy/rules';
import { readTree } from './tidy/tree';

const wanted = process.argv.slice(2);
const tree = readTree(process.cwd());
const findings = RULES.flatMap((rule) => rule.check(tree).map((found) => ({ ...found, rule: rule.name })))
  .filter(({ path }) => wanted.length === 0 || wanted.some((place) => path.startsWith(place)))
  .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);

for (const { path, line, rule, message } of findings) console.log(`${path}:${line} ${rule}: ${message}`);
console.log(findings.length === 0 ? `tidy: ${tree.all.length} files` : `tidy: ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;

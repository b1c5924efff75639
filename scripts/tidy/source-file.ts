import { type Comment, type Node, type Program, parseSync } from 'oxc-parser';

export type Import = {
  /** As written: `@/lib/core/ids`, `./money`, `next/headers`. */
  from: string;
  line: number;
  typeOnly: boolean;
  /** Local name → name in the other module (`default` and `*` included). */
  names: ReadonlyMap<string, string>;
};

/** One file of the tree, parsed when first asked. */
export class SourceFile {
  readonly lines: readonly string[];
  #parsed: { program: Program; comments: Comment[]; imports: Import[] } | undefined;
  #nodes: { node: Node; parents: readonly Node[] }[] | undefined;

  constructor(
    /** From the root of the repository, with forward slashes. */
    readonly path: string,
    readonly text: string,
  ) {
    this.lines = text.split('\n');
  }

  get name(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  get isCode(): boolean {
    return (
      /\.(ts|tsx|mts|mjs|js)$/.test(this.path) &&
      !this.path.endsWith('.d.ts') &&
      !this.path.endsWith('.d.mts')
    );
  }

  get isTest(): boolean {
    return /\.(test|spec|setup)\.tsx?$/.test(this.path) || /^(test|e2e|bench)\//.test(this.path);
  }

  lineAt(offset: number): number {
    let line = 1;
    for (let i = this.text.indexOf('\n'); i !== -1 && i < offset; i = this.text.indexOf('\n', i + 1)) line++;
    return line;
  }

  get program(): Program {
    return this.#parse().program;
  }

  get comments(): readonly Comment[] {
    return this.#parse().comments;
  }

  get imports(): readonly Import[] {
    return this.#parse().imports;
  }

  /** Every node with its parents, the nearest last. */
  get nodes(): readonly { node: Node; parents: readonly Node[] }[] {
    this.#nodes ??= this.isCode ? [...below(this.program, [])] : [];
    return this.#nodes;
  }

  #parse() {
    if (this.#parsed) return this.#parsed;
    const { program, comments, module, errors } = parseSync(this.path, this.text);
    const fatal = errors.find((error) => error.severity === 'Error');
    if (fatal) throw new Error(`${this.path}: ${fatal.message}`);
    const written = module.staticImports.map((found) => ({
      from: found.moduleRequest.value,
      line: this.lineAt(found.start),
      typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
      names: new Map(
        found.entries.map((entry) => [entry.localName.value, entry.importName.name ?? importedAs(entry)]),
      ),
    }));
    this.#parsed = {
      program,
      comments,
      imports: [...written, ...reExports(this, module), ...dynamicImports(this, program)],
    };
    return this.#parsed;
  }
}

type Module = ReturnType<typeof parseSync>['module'];

const importedAs = (entry: { importName: { kind: string } }) =>
  entry.importName.kind === 'Default' ? 'default' : '*';

function reExports(file: SourceFile, module: Module): Import[] {
  return module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) =>
      entry.moduleRequest
        ? [
            {
              from: entry.moduleRequest.value,
              line: file.lineAt(found.start),
              typeOnly: entry.isType,
              names: new Map(),
            },
          ]
        : [],
    ),
  );
}

function dynamicImports(file: SourceFile, program: Program): Import[] {
  const found: Import[] = [];
  for (const { node } of below(program, [])) {
    if (
      node.type === 'ImportExpression' &&
      node.source.type === 'Literal' &&
      typeof node.source.value === 'string'
    ) {
      found.push({
        from: node.source.value,
        line: file.lineAt(node.start),
        typeOnly: false,
        names: new Map(),
      });
    }
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node and all below it, in the order they are written. */
export function* below(
  node: Node,
  parents: readonly Node[],
): Generator<{ node: Node; parents: readonly Node[] }> {
  yield { node, parents };
  const inner = [...parents, node];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) yield* below(item, inner);
    } else if (isNode(value)) yield* below(value, inner);
  }
}

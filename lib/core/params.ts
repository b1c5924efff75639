/** The parameters of one raw statement, numbered as they are added. */
export class Params {
  readonly values: unknown[] = [];

  /** The placeholder of a value, with its type: `$3::uuid`. */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

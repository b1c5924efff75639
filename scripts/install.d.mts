type Packages = Record<
  string,
  { version?: string; optional?: boolean; devOptional?: boolean; link?: boolean }
>;

export function whatIsMissing(wanted: Packages, installed: Packages): string | undefined;
export function ensureInstalled(say?: (line: string) => void): Promise<boolean>;

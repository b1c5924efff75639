export type LockedPackage = {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Packages = Record<string, LockedPackage>;

export function missingOptionals(packages: Packages): { name: string; version: string; wantedBy: string }[];
export function completed(lock: { packages: Packages }): { packages: Packages };

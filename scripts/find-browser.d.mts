export const BROWSER_ARGS: string[];
export function findBrowser(): Promise<
  { path: string; from: string; env: Record<string, string> } | undefined
>;

export function say(line: string): void;
export function complain(line: string): void;

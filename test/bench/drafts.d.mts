export function draftOf(bytes: number): string;

export function writeData(): { vocabulary: Record<string, unknown>; guidelines: Record<string, unknown> };

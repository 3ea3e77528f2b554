/** At most two decimals, for sums shown to people. */
export const round = (value: number): number => Math.round(value * 100) / 100;

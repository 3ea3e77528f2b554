/** The entry of a map, made and kept where there is none. */
export function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Adds to the list at a place of a table, made where there is none. */
export function add<V>(table: V[][], at: number, value: V): void {
  const list = table[at];
  if (list) list.push(value);
  else table[at] = [value];
}

/** The same function, which is asked once for each key: what it answers stands for as long as the function. */
export function remember<Key, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new Map<Key, { readonly found: Found }>();
  return (key) => {
    const own = known.get(key) ?? { found: find(key) };
    known.set(key, own);
    return own.found;
  };
}

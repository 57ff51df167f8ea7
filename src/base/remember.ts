/** The same function of a name, which is asked once for each: what it answers stands for as long as the function. */
export function remember<Found>(find: (name: string) => Found): (name: string) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (name) => {
    const { found } = known.get(name) ?? { found: find(name) };
    known.set(name, { found });
    return found;
  };
}

/** Returns the keys of an object with their type. Only for objects without keys beyond those of their type. */
export function keysOf<Name extends string>(of: Readonly<Partial<Record<Name, unknown>>>): Name[] {
  return Object.keys(of) as Name[];
}

/** Names of an object's fields, typed. Only for an object that has no fields beyond those of its type. */
export function keysOf<Name extends string>(of: Readonly<Partial<Record<Name, unknown>>>): Name[] {
  return Object.keys(of) as Name[];
}

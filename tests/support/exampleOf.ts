import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** At least one of them matches every pattern of the contract. */
const texts = ['X', 'x', 'F5', 'a long passphrase'];
const dateFormats: Readonly<Record<string, string>> = { date: '2026-01-15', 'date-time': '2026-01-15T09:30:00Z' };

/** Returns a value that a zod schema accepts, ignoring refinements. @throws RangeError for any other kind of schema */
export function exampleOf(schema: unknown): unknown {
  if (!(schema instanceof z.ZodType)) throw new RangeError('not a zod schema');
  return example(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
}

function example(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return example(asSchema(first));
  if (Array.isArray(schema.type)) return null;
  switch (schema.type) {
    case 'object':
      return Object.fromEntries([
        ...Object.entries(schema.properties ?? {}).map(([key, value]) => [key, example(asSchema(value))]),
        ...(asSchema(schema.propertyNames).enum ?? []).map((key) => [
          key,
          example(asSchema(schema.additionalProperties)),
        ]),
      ]);
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map((item) => example(asSchema(item)))
        : Array.from({ length: schema.minItems ?? 0 }, () => example(asSchema(schema.items)));
    case 'string':
      if (schema.format) return dateFormats[schema.format];
      return texts.find(
        (text) => new RegExp(schema.pattern ?? '').test(text) && text.length >= (schema.minLength ?? 0),
      );
    case 'number':
    case 'integer':
      return Math.max(0, schema.minimum ?? 0, Number(schema.exclusiveMinimum ?? -1) + 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return undefined;
  }
}

function asSchema(schema: JsonSchema | boolean | (JsonSchema | boolean)[] | undefined): JsonSchema {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {};
}

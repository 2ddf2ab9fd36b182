/** As much of an OpenAPI document as its readers here need. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, { readonly get: ApiOperation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, ApiSchema>> };
  readonly info: { readonly description: string };
}

export interface ApiOperation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly ApiParameter[];
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: ApiSchema }>> }
    >
  >;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: ApiSchema;
}

export interface ApiSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
  readonly items?: ApiSchema;
  readonly prefixItems?: readonly ApiSchema[];
  readonly anyOf?: readonly ApiSchema[];
  readonly oneOf?: readonly ApiSchema[];
  readonly allOf?: readonly ApiSchema[];
  readonly properties?: Readonly<Record<string, ApiSchema>>;
}

/** `#/components/schemas/meeting` is `meeting`. */
export function nounOf({ $ref }: ApiSchema): string | undefined {
  return $ref?.split('/').at(-1);
}

/** Nouns that a schema names directly, itself or as the items of a list. */
export function nounsOf(schema: ApiSchema): readonly string[] {
  const own = nounOf(schema);
  if (own !== undefined) return [own];
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (schema.items !== undefined) parts.push(schema.items);
  return [...new Set(parts.flatMap(nounsOf))];
}

/** What a value looks like, in a word or two of JSON Schema. */
export function typeWords(schema: ApiSchema): string {
  const noun = nounOf(schema);
  if (noun !== undefined) return noun;
  if (schema.const !== undefined) return String(schema.const);
  if (schema.items !== undefined && schema.items.enum !== undefined) return schema.items.enum.map(String).join(', ');
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (choices.length > 0) return [...new Set(choices.map(typeWords))].join(' | ');
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? []).join(' | ');
  if (schema.items !== undefined) return `${type} of ${typeWords(schema.items)}`;
  if (schema.minimum !== undefined && schema.maximum !== undefined && Math.abs(schema.maximum) < 1e9) {
    return `${type} ${schema.minimum}–${schema.maximum}`;
  }
  return schema.format === undefined ? type || 'anything' : `${type} (${schema.format})`;
}

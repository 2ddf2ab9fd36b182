import { z } from '@hono/zod-openapi';
import type { Moved } from '../data/moved.ts';
import type { Room } from '../room.ts';
import { fieldsParameter } from './parameters.ts';

/** What a route is given: parameters are parsed already. */
export interface ApiRequest<Query> {
  readonly room: Room;
  /** The part of the path in braces; empty where there is none. */
  readonly id: string;
  readonly query: Query;
}

/** One address of the API that answers with one noun. Everything that the document says of it stands here. */
export interface ApiRoute {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** What the part in braces is, when there is one. */
  readonly idText?: string;
  /** Name of the noun in the registry of schemas. */
  readonly noun: string;
  readonly answer: z.ZodObject;
  readonly query: z.ZodObject;
  /** True for a list: `fields` chooses members of its items. */
  readonly isList: boolean;
  /** Says that nothing is there with `undefined`. */
  read(request: ApiRequest<Readonly<Record<string, unknown>>>): Promise<object | Moved | undefined>;
}

type AnswerOf<Answer extends z.ZodObject> = z.output<Answer>;

/** Ties the types of a route together: what it may ask of the query, and what it must answer. */
export function apiRoute<Answer extends z.ZodObject, Query extends z.ZodRawShape>(route: {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly idText?: string;
  readonly noun: string;
  readonly answer: Answer;
  readonly query: Query;
  read(request: ApiRequest<z.output<z.ZodObject<Query>>>): Promise<AnswerOf<Answer> | Moved | undefined>;
}): ApiRoute {
  const { answer, query, read, ...rest } = route;
  const item = itemOf(answer);
  const members = Object.keys((item ?? answer).shape).filter((member) => member !== 'schema');
  return {
    ...rest,
    answer,
    query: z.strictObject({ ...query, fields: fieldsParameter(members) }),
    isList: item !== undefined,
    // The query was parsed with the schema above by the time it comes here.
    read: (request) => read(request as unknown as ApiRequest<z.output<z.ZodObject<Query>>>),
  };
}

/** The same answer where `fields` left members out: all are optional, but the name of the noun. */
export function sparseAnswer(answer: z.ZodObject): z.ZodObject {
  const item = itemOf(answer);
  if (item !== undefined) return answer.extend({ items: z.array(item.partial()) });
  const sparse = answer.partial();
  return 'schema' in answer.shape ? sparse.required({ schema: true }) : sparse;
}

function itemOf(answer: z.ZodObject): z.ZodObject | undefined {
  const { items } = answer.shape;
  if (!(items instanceof z.ZodArray) || !('next' in answer.shape)) return undefined;
  return items.element instanceof z.ZodObject ? items.element : undefined;
}

/** The answer with the members that were asked for, in the order of the schema. */
export function pickFields(body: object, fields: readonly string[] | undefined, isList: boolean): object {
  if (fields === undefined) return body;
  const picked = (one: object) =>
    Object.fromEntries(Object.entries(one).filter(([member]) => member === 'schema' || fields.includes(member)));
  if (!isList) return picked(body);
  const { items } = body as { readonly items: readonly object[] };
  return {
    ...body,
    items: items.map((one) => Object.fromEntries(Object.entries(one).filter(([member]) => fields.includes(member)))),
  };
}

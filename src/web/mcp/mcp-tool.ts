import type { z } from 'zod';
import type { McpArchive } from './tell-meetings.ts';

/** One question that an agent may ask. Everything that it is told of the tool stands here. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly answer: z.ZodObject;
  /** Says that nothing is there with `undefined`. */
  read(archive: McpArchive, asked: Readonly<Record<string, unknown>>): Promise<object | undefined>;
}

/** Ties the types of a tool together. */
export function mcpTool<Input extends z.ZodObject, Answer extends z.ZodObject>(tool: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly answer: Answer;
  read(archive: McpArchive, asked: z.output<Input>): Promise<z.output<Answer> | undefined>;
}): McpTool {
  return {
    ...tool,
    // The question was parsed with the schema above by the time it comes here.
    read: (archive, asked) => tool.read(archive, asked as z.output<Input>),
  };
}

import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from '../../web/mcp/mcp-server.ts';
import { openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { siteAddressOf } from '../open-mail.ts';
import { productVersion } from '../version.ts';

export const mcpCommand: Command = {
  name: 'mcp',
  usage: '',
  summary: 'Answer agents over standard input and output (Model Context Protocol).',
  details: [
    'An agent that starts this command can search the archive, ask who met whom, what was agreed and what is new, and gets each fact with the sentence that says it and a link. It only reads.',
    'Links lead to the site of --public-url; without it, to the site that "rapporteur serve" opens on this machine. Over HTTP the same answers stand at /mcp of the site, for those who have a token ("rapporteur tokens").',
  ],
  options: [],
  settings: ['data', 'publicUrl', 'port'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur mcp --data ./data', sentence: 'As the command of a server in the settings of an agent.' },
  ],
  async run({ settings, signal, terminal, now }) {
    const site = siteAddressOf(settings) ?? `http://127.0.0.1:${settings.port}`;
    const archive = await openArchive(settings, { writes: false });
    try {
      const handle = serveStdio(
        // Whoever starts a command on this machine may read what is on it.
        () => createMcpServer({ store: archive.store, settings: { publishLocalInFull: true }, site }, productVersion),
        {
          onerror: (error) =>
            terminal.note(
              `${JSON.stringify({ time: now().toISOString(), event: 'mcp-failed', error: String(error) })}\n`,
            ),
        },
      );
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        process.stdin.once('end', resolve).once('close', resolve);
      });
      await handle.close();
    } finally {
      await archive.close();
    }
    return exitCodes.ok;
  },
};

// Lets a child process of a test run the sources as they are, without a build before.
import { register } from 'node:module';

register('./ts-loader-hooks.mjs', import.meta.url);

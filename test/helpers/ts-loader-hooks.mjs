export { load } from '../../scripts/ts-hooks.mjs';

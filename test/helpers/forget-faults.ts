// Files that share a worker share the list of what went wrong in the sites they made: each begins with an empty one.
import { faults } from './web-site.ts';

faults.length = 0;

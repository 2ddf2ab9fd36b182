import type { OutletProfile } from '../outlet-profile.ts';

/** Outlets of which more is known than their pages say. */
export const outlets: readonly OutletProfile[] = [
  {
    name: 'Maghreb Emergent',
    hosts: ['maghrebemergent.com', 'maghrebemergent.info', 'maghrebemergent.net', 'maghrebemergent.news'],
    examplePage: 'maghreb-emergent.html',
    languages: ['fr', 'ar'],
    homeCountry: 'DZ',
    ownNames: ['RadioM', 'Radio M'],
  },
];

import type { Topic } from './record.ts';

/** A concept of the IPTC Media Topics. */
export interface MediaTopic {
  readonly code: string;
  /** The label of IPTC in English. */
  readonly name: string;
}

/**
 * The nearest concepts of the IPTC Media Topics, release of 9 October 2025 (IPTC, CC BY 4.0, see NOTICE): a selection of
 * codes and labels. Where none is near, the one above both.
 */
export const mediaTopics: Readonly<Record<Topic, readonly MediaTopic[]>> = {
  counterterrorism: [
    { code: '20000103', name: 'terrorism' },
    { code: '20000598', name: 'national security' },
  ],
  migration: [
    { code: '20000771', name: 'immigration' },
    { code: '20000634', name: 'immigration policy' },
  ],
  organised_crime: [{ code: '20000101', name: 'organised crime' }],
  trafficking: [{ code: '20001283', name: 'human smuggling and trafficking' }],
  border: [{ code: '20000598', name: 'national security' }],
  civil_protection: [{ code: '20000168', name: 'emergency response' }],
  defence: [{ code: '20000599', name: 'armed forces' }],
  trade: [{ code: '20000373', name: 'international trade' }],
  energy: [{ code: '20000256', name: 'energy and resource' }],
  culture: [{ code: '20000038', name: 'culture' }],
  diplomacy: [{ code: '20000639', name: 'diplomacy' }],
  other: [],
};

/** What every meeting of two states is about, whatever else it is about. */
export const relationsTopic: MediaTopic = { code: '20000638', name: 'international relations' };

export function mediaTopicUri({ code }: MediaTopic): string {
  return `http://cv.iptc.org/newscodes/mediatopic/${code}`;
}

/** `medtop:20000103`: the codes that stand in the record beside a topic. */
export function mediaTopicCodes(topic: Topic): readonly string[] {
  return mediaTopics[topic].map(({ code }) => `medtop:${code}`);
}

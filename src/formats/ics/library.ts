/** The only door to ical.js. */
import ICAL from 'ical.js';

// Its lines are folded at so many octets without the space that begins the next one; RFC 5545 allows 75 with it.
ICAL.foldLength = 74;

export { ICAL };
export type Component = InstanceType<typeof ICAL.Component>;
export type Time = InstanceType<typeof ICAL.Time>;
export type Timezone = InstanceType<typeof ICAL.Timezone>;
export type Event = InstanceType<typeof ICAL.Event>;

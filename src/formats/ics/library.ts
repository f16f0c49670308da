/** The only door to ical.js. */
import ICAL from 'ical.js';

// Its lines are folded at so many octets without the space that begins the next one; RFC 5545 allows 75 with it.
ICAL.foldLength = 74;

export { ICAL };

/** Asked before anything is removed for good: what was asked for, or is looked into, must not be destroyed. */
export const ASK_FIRST =
  'Has anyone asked the council for this, or is there a review or inquiry? Then do not: ask information governance.';

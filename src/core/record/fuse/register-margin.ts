/**
 * Days before the first and after the last report of a holder in which the office is still taken for theirs: the press
 * sees an office from time to time only.
 */
export const registerMargin = 183;

/** How sure a conclusion from the register is: less than anything that a page says. */
export const registerCertainty = 0.7;

/** Outside the days between two reports that name the holder. */
export const registerCertaintyOutside = 0.6;

/** A drawn tick box on a real checkbox. The tick itself is in globals.css. */
export const checkClass = 'check';
/** A drawn dot on a real radio button. */
export const radioClass = 'check check-round';

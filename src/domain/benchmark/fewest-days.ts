/** A verdict over a channel with fewer days than this is weak: so few clusters cover too little. */
export const FEWEST_DAYS = 5;

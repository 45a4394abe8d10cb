/** Instances of a list: as many as a fact sheet may name. A record holds no more, and facts of theirs are numbered by it. */
export const MAX_INSTANCES = 1000;

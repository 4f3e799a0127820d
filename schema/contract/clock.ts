/** The present moment, handed in so that a decision can be replayed and a test can hold it still. */
export type Clock = () => Date;

declare const brand: unique symbol;

/** A string that was parsed once at the edge; the name keeps two kinds of number from being mixed up. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

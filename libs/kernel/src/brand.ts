declare const brand: unique symbol;

/** A value of type `T` that was checked once and may from then on be used only as a `Name`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

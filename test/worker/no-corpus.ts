/** Stands in for the corpus where only the code is weighed. */
export const bundle: ArrayBuffer = new ArrayBuffer(0);

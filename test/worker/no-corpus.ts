/** Stands in for the corpus where only the code is weighed. */
export default new ArrayBuffer(0);
